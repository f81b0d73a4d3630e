import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { DateTime, JSONValue } from "../graphql/scalars.ts";
import { Item } from "../items/item.graphql.ts";
import { authorOn } from "../participants/author-on.ts";
import { Author } from "../participants/author.graphql.ts";
import type { DecidedItem as DecidedRow } from "../sync/decisions/decided-item.entity.ts";
import type { StepDecision } from "../sync/decisions/item-decision.ts";
import type { LoggedDecision } from "../sync/decisions/logged-decision.entity.ts";
import { DecisionActEnum } from "./decision-enums.ts";
import { voiceAuthor } from "./voice-author.ts";

@ObjectType({
  description: "One thing that was decided or said about an item; what its act does not have is null.",
})
export class ItemDecision {
  constructor(private readonly row: LoggedDecision) {}

  get #step(): StepDecision | null {
    return this.row.decision.type === "step" ? this.row.decision : null;
  }

  @Field(() => Int, { description: "The board’s revision that holds it." })
  get revision(): number {
    return this.row.seq;
  }

  @Field(() => DateTime, { description: "When." })
  get at(): Date {
    return this.row.at;
  }

  @Field(() => Author, {
    description: "Who, as the board’s display policy shows them; who spoke, with the group of that time.",
  })
  async actor(@Ctx() context: GraphQLContext): Promise<Author> {
    const { board, actor = null, decision } = this.row;
    return decision.type === "voice" && decision.value !== null
      ? voiceAuthor(context, board, { participant: actor, group: decision.group })
      : authorOn(context, board, actor);
  }

  @Field(() => DecisionActEnum, { description: "What was done." })
  get act(): string {
    const { decision } = this.row;
    return decision.type === "voice" && decision.value === null ? "voiceTakenBack" : decision.type;
  }

  @Field(() => String, { nullable: true, description: "The decided field that changed." })
  get field(): string | null {
    const { decision } = this.row;
    if (decision.type === "value") return decision.field;
    return decision.type === "step" ? "status" : null;
  }

  @Field(() => JSONValue, { nullable: true, description: "What the field held before." })
  get from(): unknown {
    const { decision } = this.row;
    return decision.type === "voice" ? null : decision.from;
  }

  @Field(() => JSONValue, { nullable: true, description: "What the field was given." })
  get to(): unknown {
    const { decision } = this.row;
    if (decision.type === "value") return decision.value;
    return decision.type === "step" ? decision.to : null;
  }

  @Field(() => Int, { nullable: true, description: "How far somebody said that they agree, 5 to 1." })
  get agreement(): number | null {
    const { decision } = this.row;
    return decision.type === "voice" ? decision.value : null;
  }

  @Field(() => String, { description: "Why; empty where nothing was said." })
  get reason(): string {
    return this.row.decision.reason;
  }

  @Field(() => Int, { nullable: true, description: "The version that an indicator has after the step." })
  get version(): number | null {
    return this.#step?.standing.version ?? null;
  }

  @Field(() => JSONValue, {
    nullable: true,
    description: "The definition that was agreed: what it said, field by field.",
  })
  get definition(): unknown {
    return this.#step?.standing.status === "AGREED" ? this.#step.standing.agreed : null;
  }

  @Field(() => Boolean, { nullable: true, description: "Whether the source was confirmed with the step." })
  get sourceConfirmed(): boolean | null {
    return this.#step?.sourceConfirmed ?? null;
  }

  @Field(() => String, { nullable: true, description: "The day or period of the first measurement." })
  get firstCollection(): string | null {
    return this.#step?.firstCollection ?? null;
  }

  @Field(() => String, { nullable: true, description: "The last period for which it holds." })
  get lastPeriod(): string | null {
    return this.#step?.lastPeriod ?? null;
  }

  @Field(() => Int, {
    nullable: true,
    description: "The revision of the voice that a moderator said is the duty-bearer’s.",
  })
  get dutyBearersVoice(): number | null {
    return this.#step?.dutyBearersVoice ?? null;
  }
}

export const ItemDecisionConnection = connectionType("ItemDecision", () => ItemDecision, "decisions");

@ObjectType({
  description: "What is decided about one item of a board, for all that shows the board as a whole.",
})
export class DecidedItem {
  constructor(private readonly row: DecidedRow) {}

  @Field(() => String, { description: "The collection the item is in." })
  get collection(): string {
    return this.row.collection;
  }

  @Field(() => ID, { description: "The item." })
  get itemId(): string {
    return this.row.item;
  }

  @Field(() => JSONValue, {
    description:
      "Its decided fields by name, as declared codes and numbers; what is missing holds its initial value.",
  })
  get values(): object {
    return this.row.values;
  }

  @Field(() => Int, { description: "The board’s revision at the last decision about it." })
  get revision(): number {
    return this.row.decidedSeq;
  }

  @Field(() => DateTime, { description: "When that was." })
  get updatedAt(): Date {
    return this.row.decidedAt;
  }
}

@ObjectType({ description: "What a decision led to." })
export class ItemDecisionPayload {
  @Field(() => Item, { description: "The item as it is now." })
  item!: Item;

  @Field(() => Int, { description: "The board’s revision that holds the decision." })
  revision!: number;
}
