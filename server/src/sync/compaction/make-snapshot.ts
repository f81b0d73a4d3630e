import { createHash } from "node:crypto";
import type { BoardDefinition } from "@tavolo/schema";
import * as Y from "yjs";
import type { Board } from "../../boards/board.entity.ts";
import { boardDefinition } from "../../boards/board-definition.ts";
import { differencesBetween } from "./compared-documents.ts";
import { pack, unpackNow } from "./pack.ts";

/** What a board’s journal holds: the snapshot that there is, packed, and the updates behind it in order. */
export interface JournalledDocument extends Pick<Board, "kind" | "templateContent"> {
  readonly packed: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

/** A snapshot that loads to the same state as the journal it was made of. */
export interface MadeSnapshot {
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
  /** SHA-256 of `bytes` in hexadecimal digits: what the table holds is compared with what was verified. */
  readonly hash: string;
}

/** A snapshot does not load to the state of the journal; the message says how it differs. */
export class SnapshotDiffers extends Error {
  override name = "SnapshotDiffers";
}

/** Replays a journal, packs the document and verifies what was packed. Throws SnapshotDiffers. */
export function makeSnapshot(journalled: JournalledDocument): MadeSnapshot {
  const board = boardDefinition(journalled);
  const replayed = replay(journalled);
  const bytes = pack(Y.encodeStateAsUpdate(replayed));
  verifySnapshot(board, bytes, replayed);
  return {
    bytes,
    stateVector: Y.encodeStateVector(replayed),
    hash: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** Loads a packed document afresh and compares it with what it was made of. Throws SnapshotDiffers. */
export function verifySnapshot(board: BoardDefinition, bytes: Uint8Array, replayed: Y.Doc): void {
  const loaded = new Y.Doc();
  Y.applyUpdate(loaded, unpackNow(bytes));
  const differences = differencesBetween(board, loaded, replayed);
  if (differences.length > 0)
    throw new SnapshotDiffers(`A snapshot is not what it was made of: ${differences.join(", ")}.`);
}

/** The document as a room would load it. */
export function replay({ packed, updates }: Pick<JournalledDocument, "packed" | "updates">): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (packed) Y.applyUpdate(doc, unpackNow(packed));
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
