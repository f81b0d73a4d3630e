import { describe, expect, expectTypeOf, it } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../document/create-document.ts";
import { defineBoard } from "../document/define-board.ts";
import { editBoard } from "../document/edit-board.ts";
import { choice } from "../document/fields/choice.ts";
import { itemRef } from "../document/fields/item-ref.ts";
import { mark } from "../document/fields/mark.ts";
import { rank } from "../document/fields/rank.ts";
import { sectionRef } from "../document/fields/section-ref.ts";
import { text } from "../document/fields/text.ts";
import type { Item } from "../document/item-types.ts";
import { readBoard } from "../document/read-board.ts";

// The recipe of ADDING-A-KIND.md, walked: an agenda whose points belong to an item, without any other code.
const agenda = defineBoard({
  kind: "agenda",
  structure: { type: "columns", items: "topics" },
  versions: { Initial: 1 },
  sections: [
    {
      key: "before",
      name: { en: "Before the break" },
      guidingQuestions: [],
    },
    {
      key: "after",
      name: { en: "After the break" },
      guidingQuestions: [],
    },
  ],
  collections: {
    topics: {
      item: "cluster",
      names: { one: { en: "topic" }, many: { en: "topics" } },
      title: "title",
      fields: {
        title: text({ maxLength: 80, required: true }),
        section: sectionRef(["before", "after"]),
        state: choice(["planned", "treated"]),
        rank: rank(),
        removed: mark(),
      },
      members: { questionIds: { collection: "questions", field: "topic" } },
    },
    questions: {
      item: "note",
      names: { one: { en: "question" }, many: { en: "questions" } },
      fields: { words: text({ maxLength: 80 }), topic: itemRef("topics"), rank: rank(), removed: mark() },
    },
  },
  migrations: [],
});

describe("a new board kind", () => {
  it("has its types out of the declaration", () => {
    type Topic = Item<typeof agenda, "topics">;
    expectTypeOf<Topic["state"]>().toEqualTypeOf<"planned" | "treated">();
    expectTypeOf<Topic["section"]>().toEqualTypeOf<"before" | "after">();
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
    editor.set("topics", topic, { state: "treated" });
    expect(readBoard(agenda, doc)).toEqual({
      meta: { kind: "agenda", version: 1 },
      topics: [
        {
          id: topic,
          title: "Opening hours and keys",
          section: "after",
          state: "treated",
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
});
