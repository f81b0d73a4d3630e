import { describe, expect, it } from "vitest";
import type { CollectionDefinition } from "./define-board.ts";
import { choice } from "./fields/choice.ts";
import { mark } from "./fields/mark.ts";
import { number } from "./fields/number.ts";
import { rank } from "./fields/rank.ts";
import { tags } from "./fields/tags.ts";
import { text } from "./fields/text.ts";
import { labelled } from "./labelled.ts";
import { stillToFill } from "./still-to-fill.ts";

const toFill = { label: { en: "Asked", it: "Chiesto" }, toFill: true };
const collection: CollectionDefinition = {
  item: "row",
  names: { one: { en: "row" }, many: { en: "rows" } },
  fields: {
    words: labelled(text({ maxLength: 80 }), toFill),
    count: labelled(number(), { ...toFill, orElse: "note" }),
    grounds: labelled(tags({ maxItems: 2, maxLength: 20 }), toFill),
    state: labelled(choice(["open", "done"]), toFill),
    note: labelled(text({ maxLength: 80 }), { label: { en: "Note", it: "Nota" } }),
    rank: rank(),
    removed: mark(),
  },
};
const empty = { words: " ", count: null, grounds: [], state: "open", note: "", rank: "a0", removed: false };

describe("what is still to fill", () => {
  it("is what the template asks for and nobody has said; zero is said", () => {
    expect(stillToFill(collection, empty)).toEqual(["words", "count", "grounds"]);
    expect(stillToFill(collection, { ...empty, words: "Fair", count: 0, grounds: ["age"] })).toEqual([]);
  });

  it("is answered by the field that answers as well", () => {
    expect(stillToFill(collection, { ...empty, note: "not counted" })).toEqual(["words", "grounds"]);
  });

  it("is nothing for what lies in the bin", () => {
    expect(stillToFill(collection, { ...empty, removed: true })).toEqual([]);
  });

  it("is asked only in the sections that ask", () => {
    const asking = { ...collection, toFillIn: ["recommendation"] };
    expect(stillToFill(asking, { ...empty, section: "problem" })).toEqual([]);
    expect(stillToFill(asking, { ...empty, section: "recommendation" })).toHaveLength(3);
  });
});
