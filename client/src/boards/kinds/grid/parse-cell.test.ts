import { boardKinds, type Field } from "@tavolo/schema";
import { describe, expect, test } from "vitest";
import { type CellSurroundings, parseCell } from "./parse-cell.ts";
import { parseDate, parsePeriod } from "./parse-date.ts";
import { parseNumber } from "./parse-number.ts";

const around: CellSurroundings = {
  language: "en",
  currency: "EUR",
  organisations: [{ name: "Comune di Portavela", id: "01890000-0000-7000-8000-000000000001" }],
  provision: (text) => (text === "Art. 21" ? "CFR-21" : /^[A-Z]+-/.test(text) ? text : null),
};
const field = (kind: string, collection: string, name: string): Field =>
  boardKinds.get(kind)!.collections[collection]!.fields[name]!;
const indicator = (name: string) => field("monitoring_tool", "indicators", name);
const line = (name: string) => field("gender_balance_sheet", "lines", name);

test.each([
  ["12", 12, 12],
  ["12.5", 12.5, 12.5],
  ["12,5", 12.5, 12.5],
  ["1,234", 1234, 1.234],
  ["1.234", 1.234, 1234],
  ["1.234.567", 1234567, 1234567],
  ["1.234,56", 1234.56, 1234.56],
  ["1,234.56", 1234.56, 1234.56],
  ["1 234,5 %", 1234.5, 1234.5],
  ["-3", -3, -3],
  ["12,34,5", null, null],
  ["about 12", null, null],
  ["", null, null],
])("the number %s is %s in English and %s in Italian", (text, en, it) => {
  expect([parseNumber(text, "en"), parseNumber(text, "it")]).toEqual([en, it]);
});

test.each([
  ["2026-12-31", "2026-12-31"],
  ["31/12/2026", "2026-12-31"],
  ["1.2.2026", "2026-02-01"],
  ["31 December 2026", "2026-12-31"],
  ["31 dicembre 2026", "2026-12-31"],
  ["31/02/2026", null],
  ["soon", null],
])("the day %s is %s", (text, day) => expect(parseDate(text)).toBe(day));

test.each([
  ["2024", "2024"],
  ["Q2 2024", "2024-Q2"],
  ["2024 T3", "2024-Q3"],
  ["2024-h1", "2024-H1"],
  ["S2 2024", "2024-H2"],
  ["05/2024", "2024-05"],
  ["maggio 2024", "2024-05"],
  ["31/05/2024", "2024-05-31"],
  ["Q5 2024", null],
])("the period %s is %s", (text, period) => expect(parsePeriod(text)).toBe(period));

describe("a cell that is pasted", () => {
  test.each([
    ["baseline", "12,5", 12.5],
    ["unit", "Percent", "percent"],
    ["direction", "lower_better", "lower_better"],
    ["standards", "CFR-21; Art. 21", ["CFR-21", "CFR-21"]],
    ["dutyBearer", "comune di portavela", around.organisations[0]],
    ["dutyBearer", "Somebody else", { name: "Somebody else", id: null }],
    ["baselinePeriod", "Q1 2024", "2024-Q1"],
    ["title", "A title", "A title"],
    ["target", "", null],
  ])("is read by its column %s: %s", (name, text, value) => {
    expect(parseCell(text, indicator(name), around)).toEqual({ value });
  });

  test.each([
    ["planned", "€ 1,250.50", { minor: 125_050, currency: "EUR" }],
    ["spent", "300 PLN", { minor: 30_000, currency: "PLN" }],
  ])("is money in %s: %s", (name, text, value) => {
    expect(parseCell(text, line(name), around)).toEqual({ value });
  });

  test.each([
    ["baseline", "a lot", "NOT_A_NUMBER"],
    ["unit", "parsecs", "NOT_AN_OPTION"],
    ["standards", "something", "NOT_A_PROVISION"],
    ["baselinePeriod", "once", "NOT_A_PERIOD"],
    ["comesFrom", "a note", "NOT_PASTED"],
    ["code", "x".repeat(50), "TOO_LONG"],
  ])("says why it is none of %s: %s", (name, text, fault) => {
    expect(parseCell(text, indicator(name), around)).toEqual({ fault });
  });
});
