import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { Item } from "../items/item.graphql.ts";
import { LinkItemsInput, LinkPayload, UnlinkItemsInput } from "./link-input.graphql.ts";
import { linkItems } from "./link-items.ts";
import { type LinkEndState, LinkState, TraceLink } from "./link.graphql.ts";
import { linkEnd, textOfEnd } from "./link-end.ts";
import { unlinkItems } from "./unlink-items.ts";

@Resolver(() => TraceLink)
export class LinkResolver {
  @FieldResolver(() => LinkState, { description: "How the other end is." })
  async state(@Root() { found }: TraceLink, @Ctx() context: GraphQLContext): Promise<LinkEndState> {
    return (await linkEnd(context, found)).state;
  }

  @FieldResolver(() => Item, {
    nullable: true,
    description: "The other end, also out of the bin; null where it is gone or hidden.",
  })
  async target(@Root() { found }: TraceLink, @Ctx() context: GraphQLContext): Promise<Item | null> {
    return (await linkEnd(context, found)).item;
  }

  @FieldResolver(() => String, {
    description:
      "What the other end said when it was linked, where this item holds the link; otherwise what it is called by now, and nothing where the viewer does not see it.",
  })
  async text(@Root() { found }: TraceLink, @Ctx() context: GraphQLContext): Promise<string> {
    return textOfEnd(found, await linkEnd(context, found));
  }

  @Mutation(() => LinkPayload, {
    description:
      "Links an item with what it comes from. The link is kept by the end that has a field for it, which is edited with the rights to that; linking twice is linking once.",
  })
  async linkItems(
    @Arg("input", () => LinkItemsInput, { description: "What to link." }) input: LinkItemsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<LinkPayload> {
    return linkItems(context, input);
  }

  @Mutation(() => LinkPayload, {
    description:
      "Takes away what links an item with what it comes from, also where the other end is gone; an edit of the end that keeps it.",
  })
  async unlinkItems(
    @Arg("input", () => UnlinkItemsInput, { description: "What to unlink." }) input: UnlinkItemsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<LinkPayload> {
    return unlinkItems(context, input);
  }
}
