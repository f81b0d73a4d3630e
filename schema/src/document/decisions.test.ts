import { describe, expect, expectTypeOf, it } from "vitest";
import * as Y from "yjs";
import { newItemId } from "../ids.ts";
import { admits } from "./admits.ts";
import { createDocument } from "./create-document.ts";
import { readDecisions, withDecisions, type DecidedItem } from "./decisions.ts";
import { defineBoard } from "./define-board.ts";
import { editBoard } from "./edit-board.ts";
import { choice } from "./fields/choice.ts";
import { mark } from "./fields/mark.ts";
import { number } from "./fields/number.ts";
import { rank } from "./fields/rank.ts";
import { text } from "./fields/text.ts";
import type { NewItem } from "./item-types.ts";
import { readItem } from "./read-board.ts";

const motions = defineBoard({
  kind: "toy-motions",
  structure: { type: "table", items: "motions", columns: ["words", "state", "votes"] },
  versions: { Initial: 1 },
  sections: [],
  collections: {
    motions: {
      item: "row",
      names: { one: { en: "motion" }, many: { en: "motions" } },
      title: "words",
      fields: { words: text({ maxLength: 80 }), urgent: mark(), rank: rank(), removed: mark() },
      decided: { state: choice(["open", "carried"]), votes: number({ min: 0 }) },
    },
  },
  migrations: [],
});

function laidOut() {
  const doc = new Y.Doc();
  createDocument(motions, doc);
  const editor = editBoard(motions, doc, { origin: "test" });
  return { doc, editor, id: editor.add("motions", { words: "Open on Sundays" }) };
}

describe("a decided field", () => {
  it("is no part of the document: it cannot be added, set or written as text", () => {
    const { doc, editor, id } = laidOut();
    expectTypeOf<keyof NewItem<typeof motions, "motions">>().toEqualTypeOf<
      "id" | "rank" | "urgent" | "words"
    >();
    // @ts-expect-error a program without types may try
    expect(() => editor.add("motions", { words: "", state: "carried" })).toThrow(
      "state is decided, not written.",
    );
    // @ts-expect-error as above
    expect(() => editor.set("motions", id, { state: "carried" })).toThrow("state is decided, not written.");
    // @ts-expect-error as above
    expect(() => editor.setText("motions", id, "state", "carried")).toThrow("state is decided, not written.");
    expect(readItem(motions, doc, "motions", id)).toEqual({
      id,
      words: "Open on Sundays",
      urgent: false,
      rank: expect.any(String),
      removed: false,
    });
  });

  it("is never admitted by the gate, whatever a socket puts there", () => {
    const id = newItemId();
    const place = { root: "motions", inside: false };
    for (const name of Object.keys(motions.collections.motions.decided)) {
      for (const value of ["open", "carried", 1, null]) {
        expect(admits(motions, { ...place, path: [id, name] }, { kind: "value", value })).toBe(false);
      }
      expect(admits(motions, { ...place, path: [id, name] }, { kind: "map" })).toBe(false);
      expect(admits(motions, { ...place, path: [id, name] }, { kind: "text" })).toBe(false);
    }
  });

  it("that was forced into a document all the same is not read from there", () => {
    const { doc, id } = laidOut();
    doc.getMap<Y.Map<unknown>>("motions").get(id)?.set("state", "carried");
    const item = readItem(motions, doc, "motions", id);
    expect(item).not.toHaveProperty("state");
  });

  it("is read from its row, and reads as undecided where there is none", () => {
    const { doc, id } = laidOut();
    const item = readItem(motions, doc, "motions", id);
    if (!item) throw new Error("the motion is missing");
    const decided = withDecisions(motions, "motions", item, { state: "carried", votes: 7, else: 1 });
    expectTypeOf(decided).toEqualTypeOf<DecidedItem<typeof motions, "motions">>();
    expectTypeOf(decided.state).toEqualTypeOf<"open" | "carried">();
    expect(decided).toEqual({ ...item, state: "carried", votes: 7 });
    for (const none of [null, undefined, 7, { state: "lost" }]) {
      expect(readDecisions(motions.collections.motions, none)).toEqual({ state: "open", votes: null });
    }
  });

  it("cannot be written and decided at once", () => {
    const { motions: declared } = motions.collections;
    expect(() =>
      defineBoard({
        ...motions,
        collections: { motions: { ...declared, decided: { ...declared.decided, words: mark() } } },
      }),
    ).toThrow("toy-motions: motions.words cannot be written and decided at once");
  });
});
