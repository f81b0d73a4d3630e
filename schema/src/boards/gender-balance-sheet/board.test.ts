import { describe, expect, it } from "vitest";
import { showCounts } from "../small-counts.ts";
import { dataCoverage, shownBeneficiaries, spentPerBeneficiary } from "./beneficiaries.ts";
import type { BudgetLine } from "./board.ts";
import { classSums } from "./class-sums.ts";
import { changeOnPreviousYear } from "./previous-year.ts";
import template from "./template.json" with { type: "json" };

const euro = (amount: number) => ({ minor: Math.round(amount * 100), currency: "EUR" as const });
const line = (more: Partial<BudgetLine> = {}) => ({
  mission: "12.04",
  line: "Nursery school meals",
  planned: null,
  spent: null,
  genderClass: null,
  women: null,
  men: null,
  other: null,
  removed: false,
  ...more,
});

it("the template's four computations are these", () => {
  expect(template.structure.computed).toEqual([
    "sum and share per gender class",
    "spent per beneficiary by sex",
    "change vs previous year",
    "share of lines with beneficiary data",
  ]);
});

describe("the sums by gender class", () => {
  const lines = [
    line({ genderClass: "DIRECT", planned: euro(100.1), spent: euro(50) }),
    line({ genderClass: "DIRECT", planned: euro(0.2), spent: null }),
    line({ genderClass: "NEUTRAL", planned: euro(299.7), spent: euro(150) }),
    line({ genderClass: null, planned: euro(100) }),
    line({ genderClass: "SENSITIVE", planned: { minor: 1, currency: "PLN" } }),
    line({ genderClass: "DIRECT", planned: euro(1_000_000), removed: true }),
  ];

  it("add up to the cent, with the shares of each class and of what is not classed yet", () => {
    const sums = classSums(lines);
    expect(
      sums.map(({ genderClass, planned, spent, lines: count }) => [genderClass, planned, spent, count]),
    ).toEqual([
      ["DIRECT", 10_030, 5_000, 2],
      ["NEUTRAL", 29_970, 15_000, 1],
      [null, 10_000, 0, 1],
      ["SENSITIVE", 1, 0, 1],
    ]);
    expect(sums[0]).toMatchObject({ plannedShare: 0.2006, spentShare: 0.25 });
    const euros = sums.filter(({ currency }) => currency === "EUR");
    expect(euros.reduce((sum, { plannedShare }) => sum + (plannedShare ?? 0), 0)).toBeCloseTo(1);
  });

  it("never mix currencies, and have no share of nothing", () => {
    expect(classSums(lines).find(({ currency }) => currency === "PLN")).toMatchObject({
      plannedShare: 1,
      spentShare: null,
    });
    expect(classSums([])).toEqual([]);
  });
});

describe("what was spent per beneficiary", () => {
  it("is shared out line by line, so that sexes differ where they use different services", () => {
    const shelter = line({ spent: euro(900), women: 9, men: 0 });
    const sport = line({ spent: euro(1_000), women: 20, men: 80 });
    expect(spentPerBeneficiary([shelter, sport])).toEqual([
      { group: "women", currency: "EUR", beneficiaries: 29, spent: 110_000, perBeneficiary: 3_793 },
      { group: "men", currency: "EUR", beneficiaries: 80, spent: 80_000, perBeneficiary: 1_000 },
    ]);
  });

  it("leaves out lines without an amount or without beneficiaries by sex", () => {
    expect(spentPerBeneficiary([line({ spent: euro(10), women: 10 }), line({ women: 10, men: 10 })])).toEqual(
      [],
    );
    expect(spentPerBeneficiary([line({ spent: euro(10), women: 0, men: 0 })])).toEqual([]);
  });

  it("is not told where it would speak of fewer than five people", () => {
    expect(spentPerBeneficiary([line({ spent: euro(100), women: 20, men: 4 })])).toEqual([]);
  });
});

describe("beneficiaries", () => {
  it("count as data when women and men are counted, nobody being a number too", () => {
    const lines = [
      line({ women: 5, men: 0 }),
      line({ women: 5 }),
      line(),
      line({ women: 1, men: 1, removed: true }),
    ];
    expect(dataCoverage(lines)).toEqual({ counted: 1, lines: 3, share: 1 / 3 });
    expect(dataCoverage([])).toEqual({ counted: 0, lines: 0, share: null });
  });

  it("leave the board without small counts, and without what would give them away", () => {
    expect(shownBeneficiaries({ women: 20, men: 30, other: 2 })).toEqual({
      women: null,
      men: 30,
      other: null,
    });
    expect(shownBeneficiaries({ women: 20, men: 30, other: 0 })).toEqual({ women: 20, men: 30, other: 0 });
    expect(shownBeneficiaries({ women: 3, men: 4, other: null })).toEqual({
      women: null,
      men: null,
      other: null,
    });
  });

  it.each([
    [
      [1, 1, 9],
      [null, null, null],
    ],
    [
      [4, 4, 9],
      [null, null, 9],
    ],
    [[4], [null]],
    [
      [0, 0, 5],
      [0, 0, 5],
    ],
  ])("of %j may show %j", (counts, shown) => {
    expect(showCounts(counts)).toEqual(shown);
  });
});

describe("the change on the year before", () => {
  const before = [
    line({ line: "Nursery  school meals ", planned: euro(100), spent: euro(80), genderClass: "TO_EXAMINE" }),
    line({ line: "Street lights", planned: euro(10) }),
  ];

  it("finds the same line by its programme and name", () => {
    const now = [
      line({ line: "nursery school meals", planned: euro(150), spent: euro(60), genderClass: "SENSITIVE" }),
      line({ line: "Women’s shelter", planned: euro(50) }),
    ];
    expect(changeOnPreviousYear(now, before)).toEqual({
      changed: [
        {
          mission: "12.04",
          line: "nursery school meals",
          planned: { by: 5_000, share: 0.5 },
          spent: { by: -2_000, share: -0.25 },
          reclassified: true,
        },
      ],
      added: ["Women’s shelter"],
      ended: ["Street lights"],
    });
  });

  it("compares no currencies with each other, and has no share of nothing", () => {
    const was = [line({ planned: euro(0), spent: euro(5) })];
    const is = [line({ planned: euro(5), spent: { minor: 500, currency: "PLN" } })];
    expect(changeOnPreviousYear(is, was).changed).toMatchObject([
      { planned: { by: 500, share: null }, spent: null, reclassified: false },
    ]);
  });
});
