import { describe, expect, expectTypeOf, it } from "vitest";
import * as Y from "yjs";
import { admits } from "../document/admits.ts";
import { computedOf } from "../document/computed.ts";
import { createDocument } from "../document/create-document.ts";
import { type DecidedItem, withDecisions } from "../document/decisions.ts";
import { editBoard } from "../document/edit-board.ts";
import type { Item } from "../document/item-types.ts";
import { readBoard, readItem } from "../document/read-board.ts";
import { stillToFill } from "../document/still-to-fill.ts";
import { agenda } from "./agenda-example/board.ts";

describe("a new board kind", () => {
  it("has its types out of the declaration", () => {
    type Topic = Item<typeof agenda, "topics">;
    expectTypeOf<Topic["state"]>().toEqualTypeOf<"planned" | "treated">();
    expectTypeOf<Topic["section"]>().toEqualTypeOf<"before" | "after">();
    expectTypeOf<Topic["minutes"]>().toEqualTypeOf<number | null>();
    expectTypeOf<DecidedItem<typeof agenda, "topics">["outcome"]>().toEqualTypeOf<
      "carried" | "put off" | null
    >();
    expectTypeOf<Topic["questionIds"]>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Item<typeof agenda, "questions">["topic"]>().toEqualTypeOf<string | null>();
  });

  it("is written and read, with sections and without", () => {
    const doc = new Y.Doc();
    createDocument(agenda, doc);
    const editor = editBoard(agenda, doc, { origin: "test" });
    const topic = editor.add("topics", { section: "before", title: "Opening hours" });
    const first = editor.add("questions", { words: "Who has the key?", topic });
    const second = editor.add("questions", { words: "Who pays?", topic });
    editor.move("questions", second, { before: first });
    editor.move("topics", topic, { section: "after" });
    editor.setText("topics", topic, "title", "Opening hours and keys");
    editor.set("topics", topic, { state: "treated", minutes: 45 });
    expect(readBoard(agenda, doc)).toEqual({
      meta: { kind: "agenda", version: 1 },
      topics: [
        {
          id: topic,
          title: "Opening hours and keys",
          section: "after",
          state: "treated",
          minutes: 45,
          rank: expect.any(String),
          removed: false,
          questionIds: [second, first],
        },
      ],
      questions: [
        { id: second, words: "Who pays?", topic, rank: expect.any(String), removed: false },
        { id: first, words: "Who has the key?", topic, rank: expect.any(String), removed: false },
      ],
    });
  });

  it("says what is still to fill, what follows and what was decided, and lets no socket decide", () => {
    const doc = new Y.Doc();
    createDocument(agenda, doc);
    const editor = editBoard(agenda, doc, { origin: "test" });
    const id = editor.add("topics", { section: "before", title: "Opening hours" });
    const read = () => {
      const topic = readItem(agenda, doc, "topics", id);
      if (!topic) throw new Error("the topic is missing");
      return topic;
    };
    const { topics } = agenda.collections;
    expect(stillToFill(topics, read())).toEqual(["minutes"]);
    editor.set("topics", id, { minutes: 45 });
    expect(stillToFill(topics, read())).toEqual([]);
    expect(computedOf(topics, read(), "2026-01-01")).toEqual({ long: true });
    expect(withDecisions(agenda, "topics", read(), { outcome: "carried" }).outcome).toBe("carried");
    const place = { root: "topics", path: [id, "outcome"], inside: false };
    expect(admits(agenda, place, { kind: "value", value: "carried" })).toBe(false);
  });
});
