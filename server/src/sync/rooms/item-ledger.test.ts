import { createDocument, editBoard, readItemFields, swot } from "@tavolo/schema";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ItemLedger } from "./item-ledger.ts";

function openTable() {
  const doc = new Y.Doc();
  createDocument(swot, doc);
  const ledger = new ItemLedger(swot, doc);
  const editor = editBoard(swot, doc, { origin: null });
  const record = (edit: () => void) => ledger.record("ada", null, edit);
  let note = "";
  let cluster = "";
  record(() => {
    cluster = editor.add("clusters", { name: "Together", section: "S", language: "en" });
    note = editor.add("notes", { text: "One", section: "S", language: "en", cluster });
  });
  const text = doc.getMap<Y.Map<Y.Text>>("notes").get(note)!.get("text")!;
  /** What the ledger holds, and what there is to be read. */
  const compared = () => {
    const held = new Map(Array.from(ledger.rows(), ({ content }) => [content.id, content]));
    return [note, cluster].map((id, index) => [
      held.get(id),
      readItemFields(swot, doc, index === 0 ? "notes" : "clusters", id),
    ]);
  };
  return { editor, record, text, note, cluster, compared };
}

const expectSame = (pairs: unknown[][]) => {
  for (const [held, read] of pairs) expect(held).toEqual(read);
};

describe("the ledger of items", () => {
  it("knows a text after each keystroke, and what it was before", () => {
    const { record, text, compared } = openTable();
    for (const [at, character] of Array.from(" and two").entries()) {
      const [change] = record(() => text.insert(3 + at, character));
      expect(change?.after?.["text"]).toBe(`${String(change?.before?.["text"])}${character}`);
      expectSame(compared());
    }
  });

  it("tells nothing of a text in which nothing changed in the end", () => {
    const { record, text } = openTable();
    const changes = record(() => {
      text.insert(0, "x");
      text.delete(0, 1);
    });
    expect(changes).toEqual([]);
  });

  it("reads all of an item that is typed into and moved, or whose cluster goes, in one edit", () => {
    const { editor, record, text, note, cluster, compared } = openTable();
    record(() => {
      text.insert(0, "x");
      editor.remove("clusters", cluster);
    });
    expectSame(compared());
    record(() => {
      text.insert(0, "y");
      editor.set("notes", note, { translations: { it: { text: "Uno", status: "human" } } });
      editor.move("notes", note, { section: "W" });
    });
    expectSame(compared());
  });

  it("reads a map of an item that stands", () => {
    const { editor, record, note, compared } = openTable();
    const say = (text: string) =>
      record(() => editor.set("notes", note, { translations: { it: { text, status: "human" } } }));
    say("Uno");
    const [change] = say("Una");
    expect(change?.after?.["translations"]).toEqual({ it: { text: "Una", status: "human" } });
    expectSame(compared());
  });
});
