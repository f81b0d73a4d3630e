import type { MeasureRefusal, RecommendationRefusal, StepRefusal } from "@tavolo/schema";
import { decisionRefused, type TavoloError } from "../errors.ts";

type RefusalOfDecision =
  | StepRefusal
  | RecommendationRefusal
  | MeasureRefusal
  | "GROUP_MISSING"
  | "LIFE_ENDED"
  | "VOICE_NOT_FOUND"
  | "SPEAKER_TAKES_PART"
  | "DUTY_BEARER_KNOWN";

/** Everything that can keep something from being decided, as a sentence for a person. */
export const decisionRefusals = {
  NO_SUCH_STEP: "From where this stands it does not go there.",
  NOT_MODERATOR: "This is for a moderator.",
  NOT_MEMBER: "This is for those who take part, not for observers.",
  CARD_INCOMPLETE: "Something on the card is still to be filled.",
  ROW_INCOMPLETE: "Something in the row is still to be filled.",
  REASON_MISSING: "This needs a reason.",
  DUTY_BEARER_MISSING: "The duty-bearer has not said yes.",
  CIVIL_SOCIETY_MISSING: "Nobody of civil society or academia has said yes.",
  OPEN_BLOCK: "Somebody blocks this and has not taken that back.",
  NO_CIVIL_SOCIETY: "No partner of civil society is named.",
  SOURCE_NOT_CONFIRMED: "Nobody has confirmed the source.",
  FIRST_COLLECTION_MISSING: "The day or period of the first measurement is missing.",
  LAST_PERIOD_MISSING: "The last period for which it holds is missing.",
  GROUP_MISSING: "Whoever speaks has to say first which group they belong to.",
  LIFE_ENDED: "It is retired or was not taken up: nothing more is said about it.",
  VOICE_NOT_FOUND: "There is no such voice, or it was taken back.",
  SPEAKER_TAKES_PART: "Who said this still takes part: they take it back themselves.",
  DUTY_BEARER_KNOWN:
    "The card’s duty-bearer is an organisation of the project: those who speak for it say so by their seat.",
} as const satisfies Record<RefusalOfDecision, string>;

export type DecisionRefusal = keyof typeof decisionRefusals;

/** Refuses with all that keeps it from being decided, each reason once. */
export const refusedFor = (reasons: readonly DecisionRefusal[]): TavoloError => {
  const all = [...new Set(reasons)];
  return decisionRefused(all, all.map((reason) => decisionRefusals[reason]).join(" "));
};
