import { describe, expect, test } from "vitest";
import { swot } from "../boards/swot/board.ts";
import { citedProvisions, languageOfItem, searchedTexts, textsOfItem } from "./item-text.ts";
import { text } from "./fields/text.ts";
import type { CollectionDefinition } from "./define-board.ts";

const { notes, clusters } = swot.collections;
const note = {
  text: "La piazza è di tutti",
  language: "it",
  translations: { de: { text: "Der Platz gehört allen", status: "human" } },
  section: "S",
  colour: "sage",
  factor: "F1",
  evidence: "https://example.org",
  affected: ["giovani", "anziani"],
  charterArticles: ["CFR-12", "CFR-11"],
};

describe("what an item says", () => {
  test("follows from its declared fields", () => {
    expect(textsOfItem(notes, note)).toEqual(["La piazza è di tutti"]);
    expect(searchedTexts(notes, note)).toEqual([
      "La piazza è di tutti",
      "Der Platz gehört allen",
      "giovani",
      "anziani",
    ]);
    expect(languageOfItem(notes, note)).toBe("it");
  });

  test("is all of its texts, in the order of the declaration", () => {
    const card: CollectionDefinition = {
      ...notes,
      fields: { ...clusters.fields, definition: text({ maxLength: 300 }), unit: text({ maxLength: 40 }) },
    };
    const item = { unit: "%", definition: "Share of refusals", name: "Refusals", language: "en" };
    expect(textsOfItem(card, item)).toEqual(["Refusals", "Share of refusals", "%"]);
  });

  test("cites provisions, and no codes of our own lists", () => {
    expect(citedProvisions(notes, note)).toEqual(["CFR-11", "CFR-12"]);
    expect(citedProvisions(clusters, note)).toEqual([]);
  });

  test("of a damaged item is nothing", () => {
    const damaged = { text: 7, translations: [null, { text: 3 }], affected: "x", language: "tlh" };
    expect(textsOfItem(notes, damaged)).toEqual([]);
    expect(searchedTexts(notes, { ...damaged, affected: null })).toEqual([]);
    expect(citedProvisions(notes, damaged)).toEqual([]);
    expect(languageOfItem(notes, damaged)).toBeNull();
  });
});
