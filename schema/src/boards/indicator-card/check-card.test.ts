import { describe, expect, it } from "vitest";
import { type CheckedCard, checkCard, QUALITY_QUESTIONS } from "./check-card.ts";

const good: CheckedCard = {
  standards: ["CFR-21"],
  unit: "percent",
  numerator: "answered",
  denominator: "received",
  disaggregation: ["sex"],
  noBreakdown: "",
  direction: "higher_better",
  baseline: 1,
  baselinePeriod: "2022",
  target: 2,
  targetPeriod: "2026",
};

describe("a card's quality", () => {
  it("is fine where everything holds together", () => {
    expect(checkCard(good)).toEqual([]);
    expect(checkCard({ ...good, disaggregation: [], noBreakdown: "five people in all" })).toEqual([]);
    expect(checkCard({ ...good, unit: "count", numerator: "", denominator: "" })).toEqual([]);
  });

  it.each([
    ["NO_STANDARD", { standards: [] }],
    ["RATE_WITHOUT_PARTS", { denominator: " " }],
    ["NO_BREAKDOWN_AND_NO_REASON", { disaggregation: [] }],
    ["BASELINE_WITHOUT_PERIOD", { baselinePeriod: null }],
    ["TARGET_WITHOUT_DATE", { targetPeriod: null }],
    ["DATE_WITHOUT_TARGET", { target: null }],
    ["TARGET_OF_A_DESCRIPTION", { direction: "descriptive" }],
    ["OUTSIDE_THE_SCALE", { unit: "scale_0_4", target: 5 }],
  ] satisfies [string, Partial<CheckedCard>][])("says %s", (finding, change) => {
    expect(checkCard({ ...good, ...change })).toEqual([finding]);
  });

  it("asks the template's questions besides, which only people can answer", () => {
    expect(QUALITY_QUESTIONS).toHaveLength(4);
    expect(QUALITY_QUESTIONS[1]).toEqual({
      en: "Would a resident understand it?",
      it: "Un residente lo capirebbe?",
    });
  });
});
