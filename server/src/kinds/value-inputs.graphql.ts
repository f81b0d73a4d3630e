import type { Currency as CurrencyCode, StakeholderGroup as Group } from "@tavolo/schema";
import { Field, Float, ID, InputType, Int } from "type-graphql";
import { StakeholderGroup } from "../graphql/enums.ts";
import { PositionInput } from "../notes/note.graphql.ts";
import { Currency } from "./value-types.graphql.ts";

@InputType({ description: "An amount of money." })
export class MoneyInput {
  @Field(() => Float, { description: "A whole number of the minor unit: 1250 are 12.50." })
  minor!: number;

  @Field(() => Currency, { description: "Its currency." })
  currency!: CurrencyCode;
}

@InputType({ description: "An organisation, office or role; never a participant." })
export class NamedOrganisationInput {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The project’s organisation where it is one of those; null where the name is all.",
  })
  id?: string | null;
}

@InputType({
  description:
    "A link to an item of this board or another by its address; what the item says and its board’s kind are read by the server.",
})
export class ItemLinkInput {
  @Field(() => ID, { description: "The board it leads to." })
  board!: string;

  @Field(() => String, { description: "The collection of the item there, such as clusters." })
  collection!: string;

  @Field(() => ID, { description: "The item’s id on that board." })
  item!: string;

  @Field(() => Boolean, { defaultValue: false, description: "True: the link is taken away." })
  remove!: boolean;
}

@InputType({ description: "How strongly one stakeholder group finds two items to meet." })
export class PairScoreInput {
  @Field(() => ID, { description: "The item that this one is scored against." })
  against!: string;

  @Field(() => StakeholderGroup, { description: "Whose score it is." })
  group!: Group | "other";

  @Field(() => Int, { nullable: true, description: "The score; null takes it away." })
  score?: number | null;
}

@InputType({ description: "A number for one part of a breakdown, such as an age band." })
export class BreakdownPartInput {
  @Field(() => String, { description: "The part’s code." })
  part!: string;

  @Field(() => Float, { nullable: true, description: "The number; null takes it away." })
  value?: number | null;
}

@InputType({ description: "How large something is drawn, in canvas units." })
export class SizeInput {
  @Field(() => Float, { description: "From left to right." })
  width!: number;

  @Field(() => Float, { description: "From top to bottom." })
  height!: number;
}

@InputType({ description: "Where a connector ends: at an item, or at a place." })
export class AnchorInput {
  @Field(() => String, { nullable: true, description: "The collection of the item; none at a place." })
  collection?: string | null;

  @Field(() => ID, { nullable: true, description: "The item to hold on to; none at a place." })
  item?: string | null;

  @Field(() => PositionInput, { nullable: true, description: "The place; none at an item." })
  place?: PositionInput | null;
}
