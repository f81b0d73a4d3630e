import {
  type AnyItem,
  measureRefusals,
  type MeasureStatus,
  recommendationRefusals,
  type RecommendationStatus,
} from "@tavolo/schema";
import type { DecisionRefusal } from "./decision-refusals.ts";

interface ValueStep {
  readonly from: unknown;
  readonly value: unknown;
  readonly missing: readonly string[];
  readonly item: AnyItem;
  readonly reason: string;
}

/** What a kind asks of a value beside what its field checks; the field has checked both before. */
const rules: Readonly<Record<string, (step: ValueStep) => readonly DecisionRefusal[]>> = {
  "recommendations/cards/status": ({ from, value, ...given }) =>
    recommendationRefusals(from as RecommendationStatus, value as RecommendationStatus, given),
  "local_strategy/measures/status": ({ from, value, item, ...given }) => {
    const partners = Array.isArray(item["partners"]) ? item["partners"] : [];
    return measureRefusals(from as MeasureStatus, value as MeasureStatus, { ...given, partners });
  },
};

/** What keeps a decided field, `kind/collection/field`, from that value. */
export const valueRefusals = (place: string, step: ValueStep): readonly DecisionRefusal[] =>
  rules[place]?.(step) ?? [];
