import { describe, expect, it } from "vitest";
import example from "../monitoring-tool/example.json" with { type: "json" };
import { type Aim, assess, BANDS } from "./assess.ts";
import { DIRECTIONS, UNITS } from "./lists.ts";
import { yearsUntil } from "./period-end.ts";

const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(3)));

function aimOf(code: string): Aim {
  const card = example.indicators.find((candidate) => candidate.code === code);
  if (!card) throw new Error(`there is no ${code}`);
  return {
    direction: DIRECTIONS.find((direction) => direction === card.direction) ?? null,
    unit: UNITS.find((unit) => unit === card.unit) ?? null,
    baseline: card.baseline?.value ?? null,
    baselinePeriod: card.baseline?.period ?? null,
    target: card.target?.value ?? null,
    targetPeriod: card.target?.period ?? null,
  };
}

/** The published totals of a year each; quarters and half-years are read with their own series. */
function seriesOf(code: string, upTo: string) {
  return example.published
    .filter(({ indicator, period }) => indicator === code && period <= upTo && period.length === 4)
    .map(({ period, total, quality_flag: flag }) => ({
      period,
      value: total.value,
      comparable: total.suppressed === "none" && flag !== "B",
    }));
}

describe("the example's assessment", () => {
  it.each(example.expected_computation.results.map((result) => [result.indicator, result] as const))(
    "%s stands as the example says",
    (code, expected) => {
      const found = assess(aimOf(code), seriesOf(code, expected.period));
      expect(found.status).toBe(expected.status);
      expect(found.trend).toBe(expected.trend);
      if (!("gap_to_target" in expected)) return;
      expect({
        gap_to_target: rounded(found.gapToTarget),
        progress: rounded(found.progress),
        expected: rounded(found.expected),
        pace: rounded(found.pace),
      }).toEqual({
        gap_to_target: expected.gap_to_target,
        progress: expected.progress,
        expected: expected.expected,
        pace: expected.pace,
      });
    },
  );
});

describe("an assessment", () => {
  const aim: Aim = {
    direction: "higher_better",
    unit: "percent",
    baseline: 10,
    baselinePeriod: "2022",
    target: 20,
    targetPeriod: "2026",
  };
  const at = (period: string, value: number | null, comparable = true) => ({ period, value, comparable });

  it("is asked in the model's order", () => {
    expect(assess({ ...aim, direction: "descriptive" }, [at("2024", 15)]).status).toBe("NOT_RATED");
    expect(assess({ ...aim, target: null }, [at("2024", null)]).status).toBe("NOT_RATED");
    expect(assess(aim, []).status).toBe("NO_DATA");
    expect(assess(aim, [at("2024", null)]).status).toBe("NO_DATA");
    expect(assess(aim, [at("2024", 15, false)]).status).toBe("NO_DATA");
    expect(assess(aim, [at("2022", 10)]).status).toBe("NOT_RATED");
    expect(assess(aim, [at("2024", 20)]).status).toBe("ACHIEVED");
    expect(assess(aim, [at("2024", 9.9)]).status).toBe("AWAY");
  });

  it("draws its bands where it is told to", () => {
    expect(BANDS).toEqual({ onTrack: 0.95, slow: 0.6 });
    const status = (value: number, bands = BANDS) => assess(aim, [at("2024", value)], bands).status;
    expect([status(14.75), status(14.7), status(13), status(12.9), status(10)]).toEqual([
      "ON_TRACK",
      "SLOW",
      "SLOW",
      "INSUFFICIENT",
      "INSUFFICIENT",
    ]);
    expect(status(14, { onTrack: 0.8, slow: 0.5 })).toBe("ON_TRACK");
  });

  it("says how far it is to what a standard sets, too", () => {
    expect(assess({ ...aim, standardValue: 12 }, [at("2024", 15)]).gapToStandard).toBe(-3);
    expect(
      assess({ ...aim, direction: "lower_better", standardValue: 12 }, [at("2024", 15)]).gapToStandard,
    ).toBe(3);
  });

  it("cannot tell progress where the target is the baseline", () => {
    expect(assess({ ...aim, target: 10 }, [at("2024", 9)])).toMatchObject({
      progress: null,
      status: "NO_DATA",
    });
    expect(assess({ ...aim, target: 10 }, [at("2024", 10)]).status).toBe("ACHIEVED");
  });

  it("reads no trend across a break", () => {
    expect(assess(aim, [at("2023", 11), at("2024", 15, false)]).trend).toBe("UNKNOWN");
    expect(assess(aim, [at("2023", 11, false), at("2024", 15)]).trend).toBe("UNKNOWN");
    expect(assess(aim, [at("2023", 11), at("2024", 12)]).trend).toBe("STABLE");
    expect(assess({ ...aim, unit: "count" }, [at("2023", 11), at("2024", 12)]).trend).toBe("IMPROVING");
  });
});

it("a period lasts until its end", () => {
  expect(yearsUntil("2022", "2026")).toBe(4);
  expect(yearsUntil("2022", "2024-Q2")).toBe(1.5);
  expect(yearsUntil("2022-H1", "2022")).toBe(0.5);
  expect(yearsUntil("2023-12", "2024-06")).toBe(0.5);
  expect(yearsUntil("2022", "2024-12-31")).toBe(2);
});
