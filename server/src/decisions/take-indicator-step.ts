import { type CardStanding, period, stillToFill, takeStep } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { standingOf } from "../sync/decisions/after-decision.ts";
import type { JudgedItem } from "../sync/decisions/judged-item.ts";
import type { StepDecision } from "../sync/decisions/item-decision.ts";
import { decideOnBoard, insistOnIndicators, reasonOf } from "./decide-on-board.ts";
import type { TakeIndicatorStepInput } from "./decision-input.graphql.ts";
import { type DecisionRefusal, refusedFor } from "./decision-refusals.ts";
import { agreementOn, definitionOfCard, dutyBearerOf } from "./indicator-agreement.ts";

type Asked = Pick<
  StepDecision,
  "to" | "reason" | "sourceConfirmed" | "firstCollection" | "lastPeriod" | "dutyBearersVoice"
>;

/** Takes an indicator one step on, or tells everything at once that keeps it from there. */
export const takeIndicatorStep = async (
  context: GraphQLContext,
  input: TakeIndicatorStepInput,
): Promise<number> => {
  const asked: Asked = {
    to: input.to,
    reason: reasonOf(input),
    sourceConfirmed: input.sourceConfirmed,
    firstCollection: checkedPeriod("firstCollection", input.firstCollection),
    lastPeriod: checkedPeriod("lastPeriod", input.lastPeriod),
    dutyBearersVoice: input.dutyBearersVoice ?? null,
  };
  return decideOnBoard(context, input, "item.step", ({ board }) => {
    insistOnIndicators(board.kind, input.collection);
    return (judged) => judgeStep(judged, input.collection, asked);
  });
};

function judgeStep(
  { collection, item, decided, actor: { role } }: JudgedItem,
  name: string,
  asked: Asked,
): StepDecision {
  const standing = standingOf(decided);
  const dutyBearersVoice = asked.dutyBearersVoice ?? standing.dutyBearersVoice;
  const { standing: arrived, refused } = takeStep(standing.card, asked.to, {
    ...asked,
    role,
    card: definitionOfCard(item),
    missing: stillToFill(collection, item),
    agreement: agreementOn({ ...standing, dutyBearersVoice }, item),
  });
  const refusals: DecisionRefusal[] = [...refused];
  if (asked.dutyBearersVoice !== null) {
    if (role !== "moderator") refusals.push("NOT_MODERATOR");
    if (dutyBearerOf(item) !== null) refusals.push("DUTY_BEARER_KNOWN");
    if (!standing.voices.some(({ seq }) => seq === dutyBearersVoice)) refusals.push("VOICE_NOT_FOUND");
  }
  if (!arrived || refusals.length > 0) throw refusedFor(refusals);
  return {
    type: "step",
    collection: name,
    item: item.id,
    base: decided?.decidedSeq ?? 0,
    from: standing.card.status,
    ...asked,
    standing: arrived,
    fields: changedBy(standing.card, arrived),
  };
}

/** Names of the fields of an indicator that a step changes. */
const changedBy = (before: CardStanding, after: CardStanding): string[] => [
  "status",
  "agreement",
  ...(versionOf(before) === versionOf(after) ? [] : ["version"]),
  ...(before.inUse === after.inUse ? [] : ["versionInUse"]),
  ...(before.breaks.length === after.breaks.length ? [] : ["breaks"]),
];

const versionOf = ({ agreed, version }: CardStanding): number | null => (agreed === null ? null : version);

const checkedPeriod = (field: string, value: string | null | undefined): string | null =>
  value?.trim() ? period().check(value.trim(), field) : null;
