import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createDocument, documentName, newId, swot } from "@tavolo/schema";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { Presence } from "../presence/presence.ts";
import { Attachment } from "../sockets/attachment.ts";
import type { BoardActor } from "../sync-engine.ts";
import { DocumentSize } from "./document-size.ts";
import { ItemLedger } from "./item-ledger.ts";
import { Room } from "./room.ts";

const ada: BoardActor = { participantId: newId(), role: "contributor", kind: "human" };
const nobody = () => {};
const nothing = { stateVector: Uint8Array.of(0), update: Uint8Array.of(0, 0) };

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

function roomAtRest(): { room: Room; document: WeakRef<Y.Doc> } {
  const doc = new Y.Doc();
  createDocument(swot, doc);
  const ledger = new ItemLedger(swot, doc);
  const size = new DocumentSize(doc, ledger, 0);
  const content = { board: swot, doc, ledger, size, bindings: new Map(), committedSeq: 1 };
  const presence = new Presence("named", new Map(), nobody, nobody);
  const standing = {
    state: "open",
    stateReason: null,
    archived: false,
    editing: "everyone",
    display: "named",
  } as const;
  const boardId = newId();
  const room = new Room(boardId, 1, documentName(boardId, 1), standing, presence, content, nobody);
  presence.close();
  vi.advanceTimersByTime(4_000);
  room.rest();
  return { room, document: new WeakRef(doc) };
}

it("[REST-1] a room at rest holds no document", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const { room, document } = roomAtRest();
  // What a WeakRef was made for stays until the end of its turn.
  await nextTurn();
  collect();
  expect(document.deref()).toBeUndefined();
  expect(room.content.doc.share.size).toBeGreaterThan(0);
});

it("[REST-1] what a room answers again and again keeps no bytes but its own", () => {
  const { acknowledgement } = roomAtRest().room;
  expect(acknowledgement.buffer.byteLength).toBe(acknowledgement.length);
});

it("[REST-2] who joins with nothing of their own, and says so, does not wake it", () => {
  const { room } = roomAtRest();
  const sent: Uint8Array[] = [];
  const send = (frame: Uint8Array) => void sent.push(frame);
  const line = { send, write: send, writeDocument: send, hold: nobody, release: nobody, close: nobody };
  const attachment = new Attachment(room, ada, line, nobody, { stop: nobody });
  const document = room.documentName;
  attachment.handle({ type: "step1", document, stateVector: nothing.stateVector });
  expect(attachment.hasDocument).toBe(true);
  const answered = sent.length;
  attachment.handle({ type: "step2", document, update: nothing.update });
  expect(sent.length).toBe(answered + 1);
  expect(room.known).not.toHaveProperty("doc");
});
