import type { RecommendationStatus } from "./board.ts";

/** Where a recommendation can come to from each state; the addressee's answer comes after it was sent. */
const STEPS: Readonly<Record<RecommendationStatus, readonly RecommendationStatus[]>> = {
  draft: ["agreed"],
  agreed: ["draft", "sent"],
  sent: ["accepted", "rejected"],
  accepted: ["running", "done"],
  rejected: ["draft"],
  running: ["done"],
  done: [],
};

export type RecommendationRefusal = "NO_SUCH_STEP" | "CARD_INCOMPLETE" | "REASON_MISSING";

/** The states that a recommendation can come to next. */
export function nextRecommendationStates(from: RecommendationStatus): readonly RecommendationStatus[] {
  return STEPS[from];
}

/**
 * What keeps a recommendation from that step: it must be complete to be agreed or sent, a rejection has its reason,
 * and so has going back to a draft.
 */
export function recommendationRefusals(
  from: RecommendationStatus,
  to: RecommendationStatus,
  given: { readonly missing: readonly string[]; readonly reason: string },
): RecommendationRefusal[] {
  if (!STEPS[from].includes(to)) return ["NO_SUCH_STEP"];
  const refusals: RecommendationRefusal[] = [];
  if ((to === "agreed" || to === "sent") && given.missing.length > 0) refusals.push("CARD_INCOMPLETE");
  if ((to === "rejected" || to === "draft") && given.reason.trim() === "") refusals.push("REASON_MISSING");
  return refusals;
}
