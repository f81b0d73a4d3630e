import type { IndicatorStatus } from "@tavolo/schema";
import { Field, ID, InputType, Int } from "type-graphql";
import { JSONValue } from "../graphql/scalars.ts";
import { IndicatorStatusEnum } from "./decision-enums.ts";
import { INDICATORS } from "./indicator-agreement.ts";

@InputType({
  description: "How far the viewer agrees with an indicator; it takes the place of what they said before.",
})
export class VoiceAgreementInput {
  @Field(() => ID, { description: "The board it stands on." })
  boardId!: string;

  @Field(() => String, { defaultValue: INDICATORS, description: "The collection it is in." })
  collection!: string;

  @Field(() => ID, { description: "The indicator." })
  itemId!: string;

  @Field(() => Int, {
    description:
      "5 full support, 4 support with remarks, 3 neutral, 2 disagrees and stands aside, 1 blocks with a reason.",
  })
  value!: number;

  @Field(() => String, { nullable: true, description: "Why; a block needs it." })
  reason?: string | null;
}

@InputType({ description: "Which voice to take back." })
export class WithdrawVoiceInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => String, { defaultValue: INDICATORS, description: "The collection it is in." })
  collection!: string;

  @Field(() => ID, { description: "The indicator it is about." })
  itemId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The revision of another’s voice, for moderators, where whoever said it no longer takes part; the viewer’s own when left out.",
  })
  voice?: number | null;

  @Field(() => String, { nullable: true, description: "Why; another’s voice is not taken back without." })
  reason?: string | null;
}

@InputType({ description: "Which step an indicator takes, with what that step asks for." })
export class TakeIndicatorStepInput {
  @Field(() => ID, { description: "The board it stands on." })
  boardId!: string;

  @Field(() => String, { defaultValue: INDICATORS, description: "The collection it is in." })
  collection!: string;

  @Field(() => ID, { description: "The indicator." })
  itemId!: string;

  @Field(() => IndicatorStatusEnum, { description: "Where it goes." })
  to!: IndicatorStatus;

  @Field(() => String, {
    nullable: true,
    description: "Why; needed to send it back, not take it up, revise it or retire it.",
  })
  reason?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "That its source was confirmed; needed to use it.",
  })
  sourceConfirmed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The day or period of the first measurement, such as 2026-Q1; needed to use it.",
  })
  firstCollection?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The last period for which it holds; needed to retire it.",
  })
  lastPeriod?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The revision of the voice that is the duty-bearer’s, for moderators, where the card names a duty-bearer that is no organisation of the project.",
  })
  dutyBearersVoice?: number | null;
}

@InputType({ description: "What is decided about an item that is no indicator." })
export class DecideItemInput {
  @Field(() => ID, { description: "The board it stands on." })
  boardId!: string;

  @Field(() => String, { description: "The collection it is in, such as measures." })
  collection!: string;

  @Field(() => ID, { description: "The item." })
  itemId!: string;

  @Field(() => String, { description: "The decided field, such as status." })
  field!: string;

  @Field(() => JSONValue, {
    nullable: true,
    description: "Its value, as `Board.decisions` tells it: the declared code, or a number.",
  })
  value?: unknown;

  @Field(() => String, { nullable: true, description: "Why; some steps need it." })
  reason?: string | null;
}
