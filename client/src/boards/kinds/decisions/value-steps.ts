import {
  MEASURE_STATES,
  measureRefusals,
  type MeasureStatus,
  nextMeasureStates,
  nextRecommendationStates,
  RECOMMENDATION_STATES,
  recommendationRefusals,
  type RecommendationStatus,
} from "@tavolo/schema";

interface ValueSteps {
  /** Where it can go from there. */
  next(from: unknown): readonly string[];
  needsReason(from: unknown, to: unknown): boolean;
}

const complete = { missing: [], partners: [""], reason: "" };
const isRecommendation = (value: unknown): value is RecommendationStatus =>
  RECOMMENDATION_STATES.some((state) => state === value);
const isMeasure = (value: unknown): value is MeasureStatus => MEASURE_STATES.some((state) => state === value);

/** The steps that a kind’s rule knows for a decided field, `kind/collection/field`; other fields take any value. */
export const valueSteps: Readonly<Record<string, ValueSteps>> = {
  "recommendations/cards/status": {
    next: (from) => (isRecommendation(from) ? nextRecommendationStates(from) : []),
    needsReason: (from, to) =>
      isRecommendation(from) &&
      isRecommendation(to) &&
      recommendationRefusals(from, to, complete).includes("REASON_MISSING"),
  },
  "local_strategy/measures/status": {
    next: (from) => (isMeasure(from) ? nextMeasureStates(from) : []),
    needsReason: (from, to) =>
      isMeasure(from) && isMeasure(to) && measureRefusals(from, to, complete).includes("REASON_MISSING"),
  },
};
