import { Extensions, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { ErrorCode } from "../errors.ts";
import { ErrorCodeEnum } from "../graphql/error-code.ts";
import { limits } from "../graphql/limits.ts";
import { Item } from "./item.graphql.ts";

@ObjectType({ description: "Why a row was not written." })
export class RowError {
  @Field(() => ErrorCodeEnum, { description: "What a program can act on." })
  code!: ErrorCode;

  @Field(() => String, { description: "A sentence for people." })
  message!: string;

  @Field(() => String, { nullable: true, description: "The field that it is about, where it is about one." })
  field!: string | null;
}

@ObjectType({ description: "What became of one row: its item, or why it was refused." })
export class ItemRow {
  @Field(() => Int, { description: "Its place among the rows that were sent, from 0." })
  index!: number;

  @Field(() => Item, {
    nullable: true,
    description: "The item as it is now; null where the row was refused.",
  })
  item!: Item | null;

  @Field(() => RowError, { nullable: true, description: "Why it was refused; null where it was written." })
  error!: RowError | null;
}

@ObjectType({ description: "What became of rows that were sent together." })
export class ItemsPayload {
  @Extensions({ longest: limits.rows })
  @Field(() => [ItemRow], { description: "One for each row, in the order in which they were sent." })
  rows!: ItemRow[];

  @Field(() => Int, { description: "The board’s revision that holds all that was written." })
  revision!: number;
}

@ObjectType({ description: "An item after a change." })
export class ItemPayload {
  @Field(() => Item, { description: "The item as it is now." })
  item!: Item;

  @Field(() => Int, { description: "The board’s revision that holds the change." })
  revision!: number;
}

export const KEY_DESCRIPTION =
  "A key of the caller’s own, such as a UUID: the same request under it is answered as before and written once; kept for a week.";

@InputType({
  description: "Where to move an item on its board; give one neighbour, or none to keep its place.",
})
export class MoveItemInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => String, { description: "The collection, by the name that `collection` answers: factors." })
  collection!: string;

  @Field(() => ID, { description: "The item." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "The key of the section to put it in, as `sectionKey` answers; else it stays in its own.",
  })
  section?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The item that will follow it; null: it becomes the last.",
  })
  beforeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The item that it will follow; null: it becomes the first.",
  })
  afterId?: string | null;
}

@InputType({ description: "Items of one collection of a board, by their ids." })
class ItemIds {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => String, { description: "The collection, by the name that `collection` answers: factors." })
  collection!: string;

  @Field(() => [ID], { description: `The items, at most ${limits.rows} at once.` })
  ids!: string[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: "Items to put into the bin." })
export class RemoveItemsInput extends ItemIds {}

@InputType({ description: "Items to take back from the bin." })
export class RestoreItemsInput extends ItemIds {}
