import type { LocalisedText } from "../../reference/localised-text.ts";
import template from "../monitoring-tool/template.json" with { type: "json" };
import type { Direction, Unit } from "./lists.ts";

/** A card as far as its quality can be checked without a person. */
export interface CheckedCard {
  readonly standards: readonly string[];
  readonly unit: Unit | null;
  readonly numerator: string;
  readonly denominator: string;
  readonly disaggregation: readonly string[];
  readonly noBreakdown: string;
  readonly direction: Direction | null;
  readonly baseline: number | null;
  readonly baselinePeriod: string | null;
  readonly target: number | null;
  readonly targetPeriod: string | null;
}

export type CardFinding =
  | "NO_STANDARD"
  | "RATE_WITHOUT_PARTS"
  | "NO_BREAKDOWN_AND_NO_REASON"
  | "BASELINE_WITHOUT_PERIOD"
  | "TARGET_WITHOUT_DATE"
  | "DATE_WITHOUT_TARGET"
  | "TARGET_OF_A_DESCRIPTION"
  | "OUTSIDE_THE_SCALE";

const RATES: readonly (Unit | null)[] = ["percent", "per_10000", "ratio"];
const HIGHEST_LEVEL = 4;

/** What a group has to ask itself about a card; the first is answered by `checkCard` as well. */
export const QUALITY_QUESTIONS: readonly LocalisedText[] = template.structure.quality_check;

/** What of a card does not hold together. It is told and keeps nobody from writing. */
export function checkCard(card: CheckedCard): CardFinding[] {
  const { target, targetPeriod, baseline, direction } = card;
  const isRate = RATES.includes(card.unit);
  const findings: Record<CardFinding, boolean> = {
    NO_STANDARD: card.standards.length === 0,
    RATE_WITHOUT_PARTS: isRate && (card.numerator.trim() === "" || card.denominator.trim() === ""),
    NO_BREAKDOWN_AND_NO_REASON: card.disaggregation.length === 0 && card.noBreakdown.trim() === "",
    BASELINE_WITHOUT_PERIOD: baseline !== null && card.baselinePeriod === null,
    TARGET_WITHOUT_DATE: target !== null && targetPeriod === null,
    DATE_WITHOUT_TARGET: target === null && targetPeriod !== null,
    TARGET_OF_A_DESCRIPTION: target !== null && direction === "descriptive",
    OUTSIDE_THE_SCALE: card.unit === "scale_0_4" && [baseline, target].some(isOffTheScale),
  };
  return Object.entries(findings).flatMap(([finding, holds]) => (holds ? [finding as CardFinding] : []));
}

function isOffTheScale(value: number | null): boolean {
  return value !== null && (value < 0 || value > HIGHEST_LEVEL);
}
