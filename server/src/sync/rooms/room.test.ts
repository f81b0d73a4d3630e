import { createDocument, documentName, editBoard, newId, readBoard, swot } from "@tavolo/schema";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { Presence } from "../presence/presence.ts";
import type { BoardActor } from "../sync-engine.ts";
import { DocumentSize } from "./document-size.ts";
import { ItemLedger } from "./item-ledger.ts";
import { Room } from "./room.ts";

const ada: BoardActor = { participantId: newId(), role: "contributor", kind: "human" };
const nobody = () => {};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openRoom(): Room {
  const doc = new Y.Doc();
  createDocument(swot, doc);
  const presence = new Presence("named", new Map(), nobody, nobody);
  const standing = {
    state: "open",
    stateReason: null,
    archived: false,
    editing: "everyone",
    display: "named",
  } as const;
  const ledger = new ItemLedger(swot, doc);
  const content = {
    board: swot,
    doc,
    ledger,
    size: new DocumentSize(doc, ledger, 0),
    bindings: new Map(),
    committedSeq: 1,
  };
  const boardId = newId();
  return new Room(boardId, 1, documentName(boardId, 1), { ...standing }, presence, content, nobody);
}

it("a room that rested takes an edit as if it had not, and does not rest while one waits", () => {
  const room = openRoom();
  const { doc } = room.content;
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));

  vi.advanceTimersByTime(4_000);
  room.rest();
  editBoard(swot, mine, { origin: null }).add("notes", {
    text: "After a pause",
    section: "S",
    language: "en",
  });
  const update = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(doc));
  const entry = { from: null, committed: nobody, refused: nobody };
  expect(room.receive(update, ada, entry)).toMatchObject({ kind: "accepted" });
  expect(room.content.doc).not.toBe(doc);

  const back = room.content.doc;
  vi.advanceTimersByTime(60_000);
  room.rest();
  expect(room.content.doc).toBe(back);
  expect(readBoard(swot, back)).toEqual(readBoard(swot, mine));
  room.presence.close();
});

it("a room in use does not rest", () => {
  const room = openRoom();
  const { doc } = room.content;
  vi.advanceTimersByTime(3_000);
  room.rest();
  expect(room.content.doc).toBe(doc);
  vi.advanceTimersByTime(3_000);
  room.rest();
  expect(room.content.doc).toBe(doc);
  room.presence.close();
});
