import { createDocument, editBoard, swot } from "@tavolo/schema";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { makeSnapshot, replay, SnapshotDiffers, verifySnapshot } from "./make-snapshot.ts";
import { pack } from "./pack.ts";

/** A board with two notes, one of them changed and put in the bin, as a journal of updates. */
const journalOfTwoNotes = () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  createDocument(swot, doc);
  const editor = editBoard(swot, doc, { origin: "test" });
  editor.add("notes", { text: "Open late", section: "S", language: "en" });
  const id = editor.add("notes", { text: "Too loud", section: "W", language: "en" });
  editor.setText("notes", id, "text", "Loud at night");
  editor.remove("notes", id);
  return { doc, updates };
};

describe("a snapshot", () => {
  it("loads to the state of the journal that it was made of, and so does the next one made of it", () => {
    const { doc, updates } = journalOfTwoNotes();
    const first = makeSnapshot({
      kind: "swot",
      templateContent: null,
      packed: null,
      updates: updates.slice(0, 3),
    });
    const second = makeSnapshot({
      kind: "swot",
      templateContent: null,
      packed: first.bytes,
      updates: updates.slice(3),
    });
    const loaded = replay({ packed: second.bytes, updates: [] });
    expect(Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(doc))).toBe(true);
    expect(second.stateVector).toEqual(Y.encodeStateVector(doc));
  });

  it.each([
    ["a step is missing", (updates: Uint8Array[]) => updates.slice(0, -1)],
    ["a step is missing in between", (updates: Uint8Array[]) => updates.toSpliced(1, 1)],
    ["nothing is in it", () => []],
  ])("is not taken where %s", (_what, damaged) => {
    const { doc, updates } = journalOfTwoNotes();
    const bytes = pack(Y.encodeStateAsUpdate(replay({ packed: null, updates: damaged(updates) })));
    expect(() => verifySnapshot(swot, bytes, doc)).toThrow(SnapshotDiffers);
  });

  it("is not taken where something was deleted that stands", () => {
    const { updates } = journalOfTwoNotes();
    const standing = replay({ packed: null, updates });
    const deleted = replay({ packed: null, updates });
    const notes = deleted.getMap("notes");
    for (const id of notes.keys()) notes.delete(id);
    // Of the same steps: only what is deleted tells them apart.
    expect(() => verifySnapshot(swot, pack(Y.encodeStateAsUpdate(deleted)), standing)).toThrow(
      /other parts are deleted/,
    );
  });
});
