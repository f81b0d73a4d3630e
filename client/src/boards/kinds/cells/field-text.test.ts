import { type AnyItem, boardKinds, genderBalanceSheet, monitoringTool, theoryOfChange } from "@tavolo/schema";
import { expect, test } from "vitest";
import { localeOf, type UiLanguage } from "../../../i18n/languages.ts";
import messagesEn from "../messages.en.json";
import messagesIt from "../messages.it.json";
import { fieldText, type Reader } from "./field-text.ts";
import { sortKey } from "./field-value.ts";

const messages = { en: messagesEn.cells.say, it: messagesIt.cells.say };

/** A reader whose words come from the messages, as on the screen. */
function readerOf(definition: Reader["definition"], language: UiLanguage): Reader {
  return {
    definition,
    language,
    locale: localeOf(language),
    today: "2026-06-01",
    say(key, values = {}) {
      let words: unknown = messages[language];
      for (const part of key.split(".")) words = (words as Record<string, unknown>)[part];
      return String(words).replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name]));
    },
    titleOf: (_, id) => `the step ${id}`,
    cite: (id) => `Art. ${id}`,
  };
}

const item = (fields: Record<string, unknown>): AnyItem => ({
  id: "a",
  rank: "a",
  removed: false,
  ...fields,
});

function said(
  definition: Reader["definition"],
  collection: string,
  fields: Record<string, unknown>,
  language: UiLanguage = "en",
): Record<string, string> {
  const reader = readerOf(definition, language);
  const declared = definition.collections[collection]!;
  return Object.fromEntries(
    Object.keys(fields).map((name) => [
      name,
      fieldText(reader, declared, item(fields), name).replaceAll(/\s/gu, " "),
    ]),
  );
}

const line = {
  line: "Night bus",
  planned: { minor: 123_450, currency: "EUR" },
  spent: { minor: 100_000_000, currency: "PLN" },
  genderClass: "DIRECT",
  women: 12_345,
  area: ["mobility", "safety"],
  age: { "Y18-29": 4, "Y30-64": 1_200 },
};

test("money, numbers, lists and breakdowns are said as people of the language write them", () => {
  expect(said(genderBalanceSheet, "lines", line)).toMatchObject({
    line: "Night bus",
    planned: "€1,234.50",
    spent: "PLN 1,000,000",
    women: "12,345",
    area: "mobility, safety",
    age: "18-29: 4, 30-64: 1,200",
  });
  const italian = said(genderBalanceSheet, "lines", line, "it");
  expect(italian).toMatchObject({ planned: "1234,50 €", women: "12.345" });
  expect(italian["genderClass"]).not.toBe("DIRECT");
  expect(italian["age"]).toContain("1200");
});

const card = {
  unit: "percent",
  baseline: 14.1,
  baselinePeriod: "2024-H1",
  targetPeriod: "2026-05",
  direction: "lower_better",
  standards: ["CFR-21", "CFR-34"],
  dataHolder: { name: "Statistics office", id: null },
  section: "OUTCOME",
  language: "it",
};

test("a number is in the unit of its row; periods, sections and standards are in words", () => {
  expect(said(monitoringTool, "indicators", card)).toMatchObject({
    baseline: "14.1%",
    baselinePeriod: "first half of 2024",
    targetPeriod: "May 2026",
    standards: "Art. CFR-21, Art. CFR-34",
    dataHolder: "Statistics office",
    section: "Outcome",
    language: "Italian",
  });
  expect(said(monitoringTool, "indicators", { ...card, unit: "days" })["baseline"]).toBe("14.1 days");
  expect(said(monitoringTool, "indicators", card, "it")).toMatchObject({
    baseline: "14,1%",
    targetPeriod: "maggio 2026",
    language: "italiano",
  });
});

test("pointers and links say what they lead to", () => {
  const link = "0198c1c2-0000-7000-8000-000000000001/notes/0198c1c2-0000-7000-8000-000000000002";
  expect(said(theoryOfChange, "links", { from: "x", evidence: null })).toEqual({
    from: "the step x",
    evidence: "",
  });
  expect(
    said(theoryOfChange, "steps", { comesFrom: { [link]: { kind: "swot", text: "No lift" } } })["comesFrom"],
  ).toBe("No lift");
});

test("nothing is said of what stands empty, in any field of any method", () => {
  for (const definition of boardKinds.values()) {
    const reader = readerOf(definition, "en");
    for (const collection of Object.values(definition.collections)) {
      for (const [name, field] of Object.entries(collection.fields)) {
        if (["choice", "language", "section", "colour", "mark"].includes(field.kind)) continue;
        expect(fieldText(reader, collection, item({ [name]: field.initial }), name), name).toBe("");
      }
    }
  }
});

test("values are sorted by amount, by the place in their list, by name; the empty ones are last", () => {
  const { fields } = genderBalanceSheet.collections.lines;
  expect(sortKey(fields.planned, { minor: 5, currency: "EUR" })).toBe(5);
  expect(sortKey(fields.genderClass, "NEUTRAL")).toBe(3);
  expect(sortKey(fields.line, "Night bus")).toBe("Night bus");
  expect([sortKey(fields.planned, null), sortKey(fields.line, "")]).toEqual([null, null]);
});
