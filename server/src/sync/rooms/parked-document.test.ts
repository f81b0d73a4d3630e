import { createDocument, editBoard, newItemId, readBoard, swot } from "@tavolo/schema";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { DocumentSize } from "./document-size.ts";
import { ItemLedger } from "./item-ledger.ts";
import { canPark, park, unpark } from "./parked-document.ts";
import type { RoomDocument } from "./room-document.ts";

const ada = newItemId();

function content(): RoomDocument & { ledger: ItemLedger; note: string } {
  const doc = new Y.Doc();
  createDocument(swot, doc);
  const ledger = new ItemLedger(swot, doc);
  let note = "";
  const [change] = ledger.record(ada, null, () => {
    note = editBoard(swot, doc, { origin: null }).add("notes", {
      text: "Kept",
      section: "S",
      language: "en",
    });
  });
  ledger.commit(change!, { actor: ada, at: new Date(1_000), seq: 2 });
  const size = new DocumentSize(doc, ledger, 0);
  return { board: swot, doc, ledger, size, bindings: new Map([[7, ada]]), committedSeq: 2, note };
}

it("a document that was put aside comes back with its items, their authors and the id the server writes under", () => {
  const before = content();
  const after = unpark(park(before));
  expect(readBoard(swot, after.doc)).toEqual(readBoard(swot, before.doc));
  expect(after.doc.clientID).toBe(before.doc.clientID);
  expect(after.ledger.ownerOf("notes", before.note)).toBe(ada);
  expect(after.ledger.provenanceOf("notes", before.note)).toEqual(
    before.ledger.provenanceOf("notes", before.note),
  );
  expect(after.bindings).toEqual(before.bindings);
});

it("what is put aside keeps no bytes but its own", () => {
  const { update, ledger, stateVector } = park(content());
  for (const bytes of [update, ledger, stateVector]) expect(bytes.buffer.byteLength).toBe(bytes.length);
});

it("an edit afterwards is one change of the one item, and goes on where the document ended", () => {
  const before = content();
  const after = unpark(park(before));
  const changes = after.ledger.record(ada, null, () =>
    editBoard(swot, after.doc, { origin: null }).setText("notes", before.note, "text", "Kept and changed"),
  );
  expect(changes).toMatchObject([
    { id: before.note, before: { text: "Kept" }, after: { text: "Kept and changed" } },
  ]);
  Y.applyUpdate(before.doc, Y.encodeStateAsUpdate(after.doc, Y.encodeStateVector(before.doc)));
  expect(readBoard(swot, before.doc)).toEqual(readBoard(swot, after.doc));
});

it("a document that would take long to come back stays", () => {
  const large = content();
  expect(canPark(large)).toBe(true);
  const text = large.doc.getText("t");
  large.doc.transact(() => {
    for (let index = 0; index < 5_000; index++) text.insert(0, index % 2 ? "a" : "b");
  });
  for (let index = 0; index < 4_000; index++) text.insert(index * 2, "c");
  expect(canPark(large)).toBe(false);
});
