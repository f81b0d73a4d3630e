import { expect, expectTypeOf, it } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { type Anchor } from "../../document/fields/anchor.ts";
import type { Item } from "../../document/item-types.ts";
import { readBoard } from "../../document/read-board.ts";
import { freeBoard } from "./board.ts";

it("a free board holds notes, texts, shapes, connectors, strokes and frames", () => {
  const doc = new Y.Doc();
  createDocument(freeBoard, doc);
  const editor = editBoard(freeBoard, doc, { origin: "test" });
  const note = editor.add("notes", {
    text: "Ramp",
    position: { x: 10, y: 10 },
    size: { width: 200, height: 120 },
  });
  const shape = editor.add("shapes", { form: "ellipse", position: { x: 400, y: 10 }, colour: "sage" });
  editor.add("connectors", {
    from: { collection: "notes", item: note },
    to: { collection: "shapes", item: shape },
    heads: "both",
  });
  editor.add("strokes", { points: [0, 0, 0.5, 4, 2, 0.6], width: "broad", colour: "brass" });
  editor.add("frames", { title: "Access", size: { width: 800, height: 600 } });
  editor.add("texts", { text: "From the square to the hall" });

  const { meta: _, ...content } = readBoard(freeBoard, doc);
  expect(Object.values(content).map((items) => items.length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(content.connectors[0]).toMatchObject({ from: { collection: "notes", item: note }, heads: "both" });
  expect(content.strokes[0]?.points).toEqual([0, 0, 0.5, 4, 2, 0.6]);
  expectTypeOf<Item<typeof freeBoard, "connectors">["from"]>().toEqualTypeOf<Anchor | null>();
});

it("a connector that holds on to nothing known is drawn with an open end", () => {
  const doc = new Y.Doc();
  createDocument(freeBoard, doc);
  const editor = editBoard(freeBoard, doc, { origin: "test" });
  editor.add("connectors", { to: { place: { x: 5, y: 5 } } });
  expect(readBoard(freeBoard, doc).connectors[0]).toMatchObject({
    from: null,
    to: { place: { x: 5, y: 5 } },
  });
});
