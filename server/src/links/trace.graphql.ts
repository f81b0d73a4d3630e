import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { LanguageArg } from "../graphql/language.ts";
import { Item } from "../items/item.graphql.ts";
import { BoardKind } from "../kinds/board-kind.ts";
import { ItemAddress, LinkState, type LinkEndState } from "./link.graphql.ts";
import { labelOf } from "./link-label.ts";
import type { FoundLink } from "./links-from.ts";

@ObjectType({ description: "An item on a way that links lead." })
export class TraceNode {
  @Field(() => ID, { description: "Names it within this answer; opaque." })
  key!: string;

  @Field(() => Int, {
    description: "How many steps it is away on the shortest way; the item itself is 0 away.",
  })
  distance!: number;

  @Field(() => LinkState, { description: "How it is." })
  state!: LinkEndState;

  @Field(() => String, {
    description:
      "What it said when it was first linked on this way, else what it is called by now; empty where the viewer sees nothing of it.",
  })
  text!: string;

  @Field(() => BoardKind, {
    nullable: true,
    description: "The method of its board, as far as the viewer sees it.",
  })
  kind!: string | null;

  @Field(() => ItemAddress, {
    nullable: true,
    description: "Where it is; null where it holds the link on a board that the viewer does not see.",
  })
  address!: ItemAddress | null;

  @Field(() => Item, {
    nullable: true,
    description: "The item, also out of the bin; null where it is gone or hidden.",
  })
  item!: Item | null;
}

@ObjectType({ description: "One step of a way that links lead." })
export class TraceEdge {
  constructor(
    readonly found: FoundLink,
    from: string,
    to: string,
  ) {
    this.from = from;
    this.to = to;
  }

  @Field(() => ID, { description: "The key of what it starts from: the origin." })
  readonly from: string;

  @Field(() => ID, { description: "The key of what comes of that: the result." })
  readonly to: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The field that holds it, such as indicator; null where that is on a board the viewer does not see.",
  })
  get field(): string | null {
    return this.found.seen ? this.found.field : null;
  }

  @Field(() => String, { nullable: true, description: "What that field is called." })
  label(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return labelOf(this.found, language, context);
  }
}

@ObjectType({
  description: "All that links lead to from one item in one direction, each item and each step once.",
})
export class Trace {
  @Field(() => [TraceNode], { description: "The item itself and those it leads to, nearest first." })
  nodes!: TraceNode[];

  @Field(() => [TraceEdge], { description: "The steps between them." })
  edges!: TraceEdge[];

  @Field(() => Boolean, {
    description: "Whether more follows than was asked for: more items, or further steps.",
  })
  isCut!: boolean;
}
