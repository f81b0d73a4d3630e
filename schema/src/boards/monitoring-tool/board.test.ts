import { describe, expect, expectTypeOf, it } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../../document/create-document.ts";
import { withDecisions } from "../../document/decisions.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readBoard, readItem } from "../../document/read-board.ts";
import { stillToFill } from "../../document/still-to-fill.ts";
import { checkCard } from "../indicator-card/check-card.ts";
import type { IndicatorStatus } from "../indicator-card/lifecycle.ts";
import {
  DIMENSIONS,
  DIRECTIONS,
  INDICATOR_TYPES,
  type IndicatorType,
  PERIODICITIES,
  TERRITORY_LEVELS,
  UNITS,
} from "../indicator-card/lists.ts";
import type { Sensitivity } from "../sensitivity.ts";
import { type Indicator, monitoringTool } from "./board.ts";
import example from "./example.json" with { type: "json" };

/** The example names its classes as the monitoring model does; the template as the confidentiality classes do. */
const CLASSES: Record<string, Sensitivity> = {
  public: "PUBLIC",
  internal: "PROJECT",
  restricted: "RESTRICTED",
  special_category: "SPECIAL",
};

function oneOf<const Value extends string>(values: readonly Value[], given: string): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new Error(`${given} is none of ${values.join(", ")}`);
  return found;
}

describe("the example's cards", () => {
  it("go onto a board by strict editing and read back complete", () => {
    const doc = new Y.Doc();
    createDocument(monitoringTool, doc);
    const editor = editBoard(monitoringTool, doc, { origin: "example" });
    const organisation = (id: string) => ({
      name: example.organisations.find((known) => known.id === id)?.name.en ?? id,
    });
    const ids = example.indicators.map((card) =>
      editor.add("indicators", {
        section: oneOf(INDICATOR_TYPES, card.type),
        code: card.code,
        title: card.title.en,
        translations: { it: { text: card.title.it, status: "human" } },
        definition: card.definition.en,
        definitionTranslations: { it: { text: card.definition.it, status: "human" } },
        rationale: card.rationale.en,
        standards: card.standards,
        unit: oneOf(UNITS, card.unit),
        numerator: card.numerator?.en ?? "",
        denominator: card.denominator?.en ?? "",
        direction: oneOf(DIRECTIONS, card.direction),
        baseline: card.baseline?.value ?? null,
        baselinePeriod: card.baseline?.period ?? null,
        target: card.target?.value ?? null,
        targetPeriod: card.target?.period ?? null,
        source: card.source,
        dataHolder: organisation(card.data_holder),
        dutyBearer: { name: card.duty_bearer },
        proposedBy: organisation(card.proposed_by),
        periodicity: oneOf(PERIODICITIES, card.periodicity),
        territoryLevel: oneOf(TERRITORY_LEVELS, card.territory_level),
        disaggregation: card.disaggregation.map((code) => oneOf(DIMENSIONS, code)),
        sensitivity: CLASSES[card.sensitivity] ?? null,
        limits: card.limits?.en ?? "",
      }),
    );

    const { indicators } = readBoard(monitoringTool, doc);
    expect(indicators.map(({ section }) => section)).toEqual(
      indicators.map(({ section }) => section).toSorted((a, b) => order(a) - order(b)),
    );
    for (const [index, card] of example.indicators.entries()) {
      const read = readItem(monitoringTool, doc, "indicators", ids[index] ?? "");
      expect(read).toMatchObject({
        section: card.type,
        code: card.code,
        title: card.title.en,
        standards: card.standards,
        baseline: card.baseline?.value ?? null,
        targetPeriod: card.target?.period ?? null,
        dutyBearer: { name: card.duty_bearer, id: null },
      });
      if (!read) throw new Error(`${card.code} is missing`);
      const missing = stillToFill(monitoringTool.collections.indicators, read);
      expect([card.code, missing]).toEqual([
        card.code,
        card.disaggregation.length > 0 ? [] : ["disaggregation"],
      ]);
      const rate = ["percent", "ratio", "per_10000"].includes(card.unit) && card.numerator === null;
      expect(checkCard(read)).toEqual([
        ...(rate ? ["RATE_WITHOUT_PARTS"] : []),
        ...(card.disaggregation.length === 0 ? ["NO_BREAKDOWN_AND_NO_REASON"] : []),
      ]);
    }
  });

  const order = (type: IndicatorType) => INDICATOR_TYPES.indexOf(type);

  it("carry what was decided about them in their rows alone", () => {
    const doc = new Y.Doc();
    createDocument(monitoringTool, doc);
    const id = editBoard(monitoringTool, doc, { origin: "test" }).add("indicators", { section: "PROCESS" });
    const item = readItem(monitoringTool, doc, "indicators", id);
    if (!item) throw new Error("the card is missing");
    expect(item).not.toHaveProperty("status");
    const undecided = withDecisions(monitoringTool, "indicators", item, null);
    expect(undecided).toMatchObject({ status: "PROPOSED", version: null, objections: null });
    const decided = withDecisions(monitoringTool, "indicators", item, {
      status: "IN_USE",
      version: 2,
      objections: 1,
    });
    expect(decided).toMatchObject({ status: "IN_USE", version: 2, objections: 1, section: "PROCESS" });
    expectTypeOf(decided).toEqualTypeOf<Indicator>();
    expectTypeOf(decided.status).toEqualTypeOf<IndicatorStatus>();
    expectTypeOf(decided.section).toEqualTypeOf<IndicatorType>();
    expectTypeOf(decided.baseline).toEqualTypeOf<number | null>();
    expectTypeOf(decided.disaggregation).toEqualTypeOf<readonly (typeof DIMENSIONS)[number][]>();
  });
});
