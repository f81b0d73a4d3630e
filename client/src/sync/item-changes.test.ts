import { expect, it } from "vitest";
import * as Y from "yjs";
import { type ItemChange, observeItems } from "./item-changes.ts";

function watched() {
  const doc = new Y.Doc();
  const seen: ItemChange[] = [];
  const stop = observeItems(doc, ["notes", "clusters"], (changes) => seen.push(...changes));
  return { doc, seen, stop };
}

function addNote(doc: Y.Doc, id: string): Y.Map<unknown> {
  const note = new Y.Map<unknown>([
    ["text", new Y.Text("Open late")],
    ["translations", new Y.Map<unknown>()],
  ]);
  doc.getMap("notes").set(id, note);
  return note;
}

it("names the item that came, without fields", () => {
  const { doc, seen } = watched();
  addNote(doc, "n-1");
  expect(seen).toEqual([{ collection: "notes", id: "n-1", fields: new Set() }]);
});

it("names the field, however deep the change lies", () => {
  const { doc, seen } = watched();
  const note = addNote(doc, "n-1");
  seen.length = 0;
  doc.transact(() => {
    (note.get("text") as Y.Text).insert(0, "Always ");
    (note.get("translations") as Y.Map<unknown>).set("it", { text: "Aperto", status: "human" });
    note.set("section", "W");
  });
  expect(seen).toEqual([
    { collection: "notes", id: "n-1", fields: new Set(["section", "text", "translations"]) },
  ]);
});

it("says nothing more once it was stopped", () => {
  const { doc, seen, stop } = watched();
  stop();
  addNote(doc, "n-1");
  expect(seen).toEqual([]);
});
