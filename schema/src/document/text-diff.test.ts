import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { applyText, textDiff } from "./text-diff.ts";

const few = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "\u{1F600}\u200D\u{1F5E8}") });

describe("a text difference", () => {
  it("is one replacement that leads from one text to the other and cuts no character in two", () => {
    fc.assert(
      fc.property(few, few, fc.option(fc.nat({ max: 10 }), { nil: undefined }), (before, after, cursor) => {
        const { index, remove, insert } = textDiff(before, after, cursor);
        expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after);
        expect(insert.isWellFormed()).toBe(true);
        expect(before.slice(index, index + remove).isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("touches only what differs", () => {
    expect(textDiff("the square", "the old square")).toEqual({ index: 4, remove: 0, insert: "old " });
    expect(textDiff("same", "same")).toMatchObject({ remove: 0, insert: "" });
  });

  it("believes the caret about which of two equal letters is new", () => {
    expect(textDiff("aa", "aaa", 0)).toEqual({ index: 0, remove: 0, insert: "a" });
    expect(textDiff("aa", "aaa", 2)).toEqual({ index: 2, remove: 0, insert: "a" });
  });
});

describe("a live text", () => {
  it("keeps what others write at the same time elsewhere in it", () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    here.getText("t").insert(0, "open late");
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    applyText(here.getText("t"), "open very late");
    applyText(there.getText("t"), "open late on Sundays");
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    expect(here.getText("t").toJSON()).toBe("open very late on Sundays");
  });

  it("that holds more than text is replaced as a whole", () => {
    const live = new Y.Doc().getText("t");
    live.insert(0, "ab");
    live.insertEmbed(1, { image: "x" });
    applyText(live, "abc");
    expect(live.toDelta()).toEqual([{ insert: "abc" }]);
  });
});
