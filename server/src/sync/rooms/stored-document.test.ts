import { readFrame } from "../wire/read-frame.ts";
import { socketFrame } from "../wire/socket-frame.ts";
import { updateFrame } from "../wire/write-frame.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type StoredAnswer, StoredDocument } from "./stored-document.ts";

const NAME = "board/x/1";
const NOTHING = Y.encodeStateVector(new Y.Doc());

/** A document whose edits go behind what is stored of it. */
function storedText() {
  const doc = new Y.Doc();
  doc.getText("t").insert(0, "The stored part. ");
  const stored = StoredDocument.encode(NAME, doc);
  doc.on("update", (update) => stored.add(socketFrame(updateFrame(NAME, update))));
  return { doc, stored, text: doc.getText("t") };
}

/** What a client holds that has got the answer. */
function readAnswer(answer: StoredAnswer | null, doc = new Y.Doc()): string {
  for (const framed of answer ? [answer.document, ...answer.edits] : []) {
    const header = framed[1]! < 126 ? 2 : framed[1] === 126 ? 4 : 10;
    const frame = readFrame(new Uint8Array(framed.subarray(header)));
    if ("update" in frame) Y.applyUpdate(doc, frame.update);
  }
  return doc.getText("t").toJSON();
}

describe("a stored document", () => {
  it("answers who has nothing with the same bytes each time, and the edits behind them", () => {
    const { stored, text } = storedText();
    const first = stored.answer(NOTHING);
    text.insert(text.length, "And what followed.");
    text.delete(0, 4);
    const second = stored.answer(NOTHING);
    expect(second?.document).toBe(first?.document);
    expect(readAnswer(second)).toBe("stored part. And what followed.");
  });

  it("answers who has just what is encoded with the deletions and the edits behind it alone", () => {
    const doc = new Y.Doc();
    doc.getText("t").insert(0, "Taken away again, all of this but the dot.");
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    doc.getText("t").delete(0, 41);
    const stored = StoredDocument.encode(NAME, doc);
    doc.on("update", (update) => stored.add(socketFrame(updateFrame(NAME, update))));
    doc.getText("t").insert(1, " Then more.");
    const answer = stored.answer(Y.encodeStateVector(copy));
    expect(answer?.document.length).toBeLessThan(60);
    expect(readAnswer(answer, copy)).toBe(". Then more.");
  });

  it("has no answer for who has something of their own, or for anybody once too much lies behind it", () => {
    const { doc, stored, text } = storedText();
    const other = new Y.Doc();
    other.getText("t").insert(0, "mine");
    expect(stored.answer(Y.encodeStateVector(other))).toBeNull();
    for (let edit = 0; edit < 50; edit++) text.insert(0, "x".repeat(2_000));
    expect(stored.answer(NOTHING)).toBeNull();
    expect(readAnswer(StoredDocument.encode(NAME, doc).answer(NOTHING))).toBe(text.toJSON());
  });
});
