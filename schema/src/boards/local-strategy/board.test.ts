import { describe, expect, it } from "vitest";
import { eccarOf, MEASURE_STATES, type Measure } from "./board.ts";
import { lateMeasures, measureRefusals, nextMeasureStates, uncoveredPoints } from "./measures.ts";

const measure = (section: Measure["section"], more: Partial<Measure> = {}) => ({
  section,
  status: "adopted" as Measure["status"],
  deadline: null as string | null,
  removed: false,
  ...more,
});
const given = { missing: [], partners: [{ name: "Mondinsieme" }], reason: "" };

describe("a measure", () => {
  it("goes its way by decisions, and never without civil society", () => {
    expect(nextMeasureStates("agreed")).toEqual(["draft", "adopted", "dropped"]);
    expect(measureRefusals("draft", "agreed", given)).toEqual([]);
    expect(measureRefusals("draft", "agreed", { ...given, partners: [] })).toEqual(["NO_CIVIL_SOCIETY"]);
    expect(measureRefusals("draft", "agreed", { ...given, missing: ["owner"] })).toEqual(["ROW_INCOMPLETE"]);
    expect(measureRefusals("running", "dropped", given)).toEqual(["REASON_MISSING"]);
    expect(measureRefusals("running", "dropped", { ...given, reason: "merged" })).toEqual([]);
    expect(measureRefusals("draft", "done", given)).toEqual(["NO_SUCH_STEP"]);
    const reached = new Set(MEASURE_STATES.flatMap((state) => nextMeasureStates(state)));
    expect([...reached].toSorted()).toEqual([...MEASURE_STATES].toSorted());
  });

  it("is late once its deadline has passed, unless it is done or dropped", () => {
    const late = measure("E01", { deadline: "2026-01-01", status: "running" });
    const done = { ...late, status: "done" as const };
    expect(lateMeasures([late, done, measure("E02")], "2026-01-02")).toEqual([late]);
  });
});

it("the points of ECCAR's plan that no measure answers are named", () => {
  const uncovered = uncoveredPoints([
    measure("E01"),
    measure("E02", { status: "dropped" }),
    measure("E03", { removed: true }),
  ]);
  expect(uncovered).toHaveLength(9);
  expect(uncovered.slice(0, 2)).toEqual(["ECCAR-02", "ECCAR-03"]);
  expect(eccarOf["E10"]).toBe("ECCAR-10");
});
