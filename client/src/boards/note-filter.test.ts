import type { SwotNote } from "@tavolo/schema";
import { expect, it } from "vitest";
import { filterCount, noFilter, noteMatcher, type NoteFilter } from "./note-filter.ts";

const note: SwotNote = {
  id: "n-1",
  text: "Perché nessun ascensore?",
  language: "it",
  translations: { en: { text: "Why no lift?", status: "human" } },
  section: "W",
  rank: "a0",
  position: null,
  colour: "rose",
  factor: "F-ACCESS",
  evidence: null,
  affected: [],
  charterArticles: ["CFR-26"],
  cluster: null,
  removed: false,
};
const finds = (filter: Partial<NoteFilter>, isMine = false) =>
  noteMatcher(
    { ...noFilter, ...filter },
    { isMine: () => isMine, authorOf: () => "Heron · Civil society" },
  )(note);

it("finds words without accents or case, in the text and in its translations", () => {
  expect(finds({ words: "perche ASCENSORE" })).toBe(true);
  expect(finds({ words: "lift" })).toBe(true);
  expect(finds({ words: "perche lift ramp" })).toBe(false);
});

it("lets a note through when every side of the filter holds", () => {
  const all = { article: "CFR-26", factor: "F-ACCESS", colour: "rose", group: "none" } as const;
  expect(finds(all)).toBe(true);
  expect(finds({ ...all, colour: "sky" })).toBe(false);
  expect(finds({ group: "some group" })).toBe(false);
});

it("knows whose note it is", () => {
  expect(finds({ mine: true })).toBe(false);
  expect(finds({ mine: true }, true)).toBe(true);
  expect(finds({ author: "Heron · Civil society" })).toBe(true);
  expect(finds({ author: "Linnet" })).toBe(false);
});

it("counts its sides, the search words apart", () => {
  expect(filterCount(noFilter)).toBe(0);
  expect(filterCount({ ...noFilter, words: "lift", article: "CFR-26", mine: true })).toBe(2);
});
