import { PROPOSED } from "@tavolo/schema";
import type { DecidedItem, IndicatorStanding, KeptVoice } from "./decided-item.entity.ts";
import type { ItemDecision, StepDecision, VoiceDecision } from "./item-decision.ts";

/** What was decided about an item, without where it stands. */
export type Decided = Pick<DecidedItem, "values" | "standing" | "decidedSeq" | "decidedAt" | "decidedBy">;

/** Who decided, when, and as which step of the board. */
export interface DecidedBy {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string | null;
}

const BLOCK = 1;
const UNHEARD: IndicatorStanding = { card: PROPOSED, voices: [], agreedWith: [], dutyBearersVoice: null };

/** How an indicator stands as long as nothing was decided about it. */
export const standingOf = (decided: Pick<DecidedItem, "standing"> | null): IndicatorStanding =>
  decided?.standing ?? UNHEARD;

/** What is decided about an item after one decision more; the same from the journal at any time. */
export function afterDecision(before: Decided | null, decision: ItemDecision, by: DecidedBy): Decided {
  const decided = { decidedSeq: by.seq, decidedAt: by.at, decidedBy: by.actor };
  if (decision.type === "value") {
    const values = { ...before?.values, [decision.field]: decision.value };
    return { ...decided, values, standing: before?.standing ?? null };
  }
  const standing =
    decision.type === "voice"
      ? afterVoice(standingOf(before), decision, by)
      : afterStep(standingOf(before), decision);
  return { ...decided, values: valuesOf(standing), standing };
}

function afterVoice(
  standing: IndicatorStanding,
  { by: speaker, value, group, organisation, reason, about }: VoiceDecision,
  { seq, at, actor }: DecidedBy,
): IndicatorStanding {
  const others = standing.voices.filter(({ by }) => by !== speaker);
  const isTakenBack = value === null || group === null;
  const kept = { seq, by: speaker, participant: actor, organisation, reason, about, at: at.toISOString() };
  const voices: KeptVoice[] = isTakenBack ? others : [...others, { ...kept, group, value }];
  const named = voices.some((voice) => voice.seq === standing.dutyBearersVoice);
  return { ...standing, voices, dutyBearersVoice: named ? standing.dutyBearersVoice : null };
}

/** What both sides say of a card in use, or of its revision, is said anew: a yes to one thing is no yes to another. */
function afterStep(before: IndicatorStanding, step: StepDecision): IndicatorStanding {
  const { standing: card, from } = step;
  const agreedWith =
    card.status === "AGREED" || from === "AGREED" || card.status === "RETIRED"
      ? before.voices
      : before.agreedWith;
  if (from === "IN_USE" || card.status === "IN_USE")
    return { card, voices: [], agreedWith, dutyBearersVoice: null };
  return {
    card,
    voices: before.voices,
    agreedWith,
    dutyBearersVoice: step.dutyBearersVoice ?? before.dutyBearersVoice,
  };
}

const valuesOf = ({ card, voices }: IndicatorStanding): Readonly<Record<string, unknown>> => ({
  status: card.status,
  version: card.agreed === null ? null : card.version,
  objections: voices.filter(({ value }) => value === BLOCK).length,
});
