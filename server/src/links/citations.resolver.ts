import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { boardOfViewer } from "../boards/load-boards.ts";
import { invalidValue } from "../errors.ts";
import { maximumPageSize } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { Item } from "../items/item.graphql.ts";
import { Citations, ItemCitations, ItemKeyInput } from "./link.graphql.ts";
import { citationsOf } from "./load-citations.ts";
import { isId } from "@tavolo/schema";

@Resolver(() => Item)
export class CitationsResolver {
  @FieldResolver(() => Citations, {
    description: "What cites it: a warning before it is removed, and what it was warned of after that.",
  })
  async citedBy(@Root() { row }: Item, @Ctx() context: GraphQLContext): Promise<Citations> {
    return citationsOf(context, row);
  }

  @Query(() => [ItemCitations], {
    description: "What cites each of some items of a board, to warn before they are removed together.",
  })
  async citations(
    @Arg("boardId", () => ID, { description: "Their board." }) boardId: string,
    @Arg("items", () => [ItemKeyInput], { description: `Which items, ${maximumPageSize} at most.` })
    items: ItemKeyInput[],
    @Ctx() context: GraphQLContext,
  ): Promise<ItemCitations[]> {
    const { row } = await boardOfViewer(context, boardId);
    if (items.length > maximumPageSize || items.some(({ id }) => !isId(id)))
      throw invalidValue("items", `Name up to ${maximumPageSize} items by their ids.`);
    const { id: board, project } = row;
    return Promise.all(
      items.map(async ({ collection, id }) => {
        const { total, links } = await citationsOf(context, {
          board,
          project,
          id,
          collection: storable(collection),
        });
        return { collection, id, total, links };
      }),
    );
  }
}

/** What PostgreSQL cannot hold is nowhere. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
