import type { EntityManager } from "../../database/entity-manager.ts";
import * as Y from "yjs";
import type { Board } from "../../boards/board.entity.ts";
import { boardDefinition } from "../../boards/board-definition.ts";
import { unpack } from "../compaction/pack.ts";
import type { JournalEntry } from "../journal/journal-entry.entity.ts";
import { DocumentSize } from "./document-size.ts";
import { ItemLedger } from "./item-ledger.ts";
import { type CommittedStep, SERVER } from "./queue-entry.ts";
import { readStoredRoom } from "./read-stored-room.ts";
import type { RoomDocument } from "./room-document.ts";

/** A room’s content as the database has it, and the committed steps that the projection lacks. */
export interface LoadedRoom {
  readonly content: RoomDocument;
  readonly unprojected: readonly CommittedStep[];
  /** What had to be replayed behind the snapshot. */
  readonly replayed: { readonly steps: number; readonly bytes: number };
}

/**
 * Rebuilds a board’s document from its snapshot and the journal behind it: up to the projection in one go, and
 * from there step by step, since after a stop in between those steps are still to be projected.
 */
export async function loadRoom(em: EntityManager, board: Board): Promise<LoadedRoom> {
  const definition = boardDefinition(board);
  const { snapshot, tail, items, bindings } = await readStoredRoom(em, board.id);
  const base = snapshot && (await unpack(snapshot.bytes));

  const doc = new Y.Doc();
  const ledger = new ItemLedger(definition, doc);
  // What a snapshot holds was projected before it was taken.
  const projectedSeq = Math.max(board.projectedSeq, snapshot?.seq ?? 0);
  const projected = tail.filter(({ seq }) => seq <= projectedSeq);
  doc.transact(() => {
    if (base) Y.applyUpdate(doc, base);
    for (const entry of projected) apply(doc, entry);
  });
  for (const item of items) {
    const { createdBy = null, createdAt, createdSeq, updatedBy = null, updatedAt, updatedSeq } = item;
    const provenance = { createdBy, createdAt, createdSeq, updatedBy, updatedAt, updatedSeq };
    ledger.restore(item.collection, item.content, provenance);
  }

  const bytes = tail.reduce((sum, entry) => sum + (entry.bytes?.length ?? 0), 0);
  const unprojected = tail.slice(projected.length).map((entry) => replay(entry, doc, ledger));
  return {
    content: {
      board: definition,
      doc,
      ledger,
      size: new DocumentSize(doc, ledger, (base?.length ?? 0) + bytes),
      bindings: new Map(bindings.map(({ clientId, actor }) => [clientId, actor ?? SERVER])),
      committedSeq: tail.at(-1)?.seq ?? snapshot?.seq ?? 0,
    },
    unprojected,
    replayed: { steps: tail.length, bytes },
  };
}

function replay(entry: JournalEntry, doc: Y.Doc, ledger: ItemLedger): CommittedStep {
  const { seq, at, actor = null, decision = null } = entry;
  const changes = decision ? [] : ledger.record(actor, null, () => apply(doc, entry));
  return { seq, at, actor, changes, decision };
}

function apply(doc: Y.Doc, { board, seq, bytes, decision }: JournalEntry): void {
  if (decision) return;
  if (!bytes) throw new Error(`Step ${seq} of board ${board} has no bytes, and no snapshot holds it.`);
  Y.applyUpdate(doc, bytes);
}
