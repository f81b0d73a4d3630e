import { CURRENCIES, type Currency as CurrencyCode, type StakeholderGroup as Group } from "@tavolo/schema";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { describedEnum, StakeholderGroup } from "../graphql/enums.ts";
import { Position } from "../notes/note.graphql.ts";

export const Currency: Readonly<Record<string, string>> = describedEnum(
  "Currency",
  "A currency by its ISO 4217 code; each has two minor digits.",
  Object.fromEntries(CURRENCIES.map((code) => [code, [code, `${code}.`] as const])),
);

@ObjectType({ description: "An amount of money." })
export class Money {
  @Field(() => Float, { description: "A whole number of the minor unit: 1250 are 12.50." })
  minor!: number;

  @Field(() => Currency, { description: "Its currency." })
  currency!: CurrencyCode;
}

@ObjectType({ description: "An organisation, office or role as a cell names it; never a participant." })
export class NamedOrganisation {
  @Field(() => String, { description: "Its name as it was written or chosen." })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The project’s organisation that was chosen; null where the name was written.",
  })
  id!: string | null;
}

@ObjectType({
  description: "A link to an item of this board or another, with what that item said when it was linked.",
})
export class ItemLink {
  @Field(() => ID, { description: "The board it leads to." })
  board!: string;

  @Field(() => String, { description: "The collection of the item there, such as clusters." })
  collection!: string;

  @Field(() => ID, { description: "The item’s id on that board." })
  item!: string;

  @Field(() => String, { description: "The kind of that board, such as swot." })
  kind!: string;

  @Field(() => String, { description: "What the item said when it was linked." })
  text!: string;
}

@ObjectType({ description: "How strongly one stakeholder group finds two items to meet." })
export class PairScore {
  @Field(() => ID, { description: "The item that this one is scored against." })
  against!: string;

  @Field(() => StakeholderGroup, { description: "Whose score it is." })
  group!: Group;

  @Field(() => Int, { description: "The score." })
  score!: number;
}

@ObjectType({ description: "A number for one part of a breakdown, such as an age band." })
export class BreakdownPart {
  @Field(() => String, { description: "The part’s code." })
  part!: string;

  @Field(() => String, { description: "What the part is called in English." })
  label!: string;

  @Field(() => Float, { description: "The number." })
  value!: number;
}

@ObjectType({ description: "How large something is drawn, in canvas units." })
export class Size {
  @Field(() => Float, { description: "From left to right." })
  width!: number;

  @Field(() => Float, { description: "From top to bottom." })
  height!: number;
}

@ObjectType({ description: "Where a connector ends: at an item, or at a place." })
export class Anchor {
  @Field(() => String, { nullable: true, description: "The collection of the item; null at a place." })
  collection!: string | null;

  @Field(() => ID, { nullable: true, description: "The item it holds on to; null at a place." })
  item!: string | null;

  @Field(() => Position, { nullable: true, description: "The place; null at an item." })
  place!: Position | null;
}
