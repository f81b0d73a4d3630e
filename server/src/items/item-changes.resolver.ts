import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import {
  ItemPayload,
  ItemsPayload,
  MoveItemInput,
  RemoveItemsInput,
  RestoreItemsInput,
} from "./item-rows.graphql.ts";
import { moveItem } from "./move-item.ts";
import { binItems } from "./bin-items.ts";

@Resolver()
export class ItemChangesResolver {
  @Mutation(() => ItemPayload, {
    description: "Moves an item of any kind: to another section, or to another place in its own.",
  })
  async moveItem(
    @Arg("input", () => MoveItemInput, { description: "Where to." }) input: MoveItemInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemPayload> {
    return moveItem(context, input);
  }

  @Mutation(() => ItemsPayload, { description: "Puts items of any kind into the bin, all in one edit." })
  async removeItems(
    @Arg("input", () => RemoveItemsInput, { description: "Which items." }) input: RemoveItemsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemsPayload> {
    return binItems(context, "remove", input);
  }

  @Mutation(() => ItemsPayload, {
    description: "Takes items of any kind back from the bin, all in one edit.",
  })
  async restoreItems(
    @Arg("input", () => RestoreItemsInput, { description: "Which items." }) input: RestoreItemsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemsPayload> {
    return binItems(context, "restore", input);
  }
}
