import type { EntityManager } from "../../database/entity-manager.ts";
import { boardKinds } from "@tavolo/schema";
import * as Y from "yjs";
import type { Board } from "../../boards/board.entity.ts";
import { ClientBindingSchema } from "../journal/client-binding.entity.ts";
import { type JournalEntry, JournalEntrySchema } from "../journal/journal-entry.entity.ts";
import { BoardItemSchema } from "../projection/board-item.entity.ts";
import { ItemLedger } from "./item-ledger.ts";
import { type CommittedStep, SERVER } from "./queue-entry.ts";
import type { RoomDocument } from "./room-document.ts";

/** A room’s content as the journal has it, and the committed steps that the projection lacks. */
export interface LoadedRoom {
  readonly content: RoomDocument;
  readonly unprojected: readonly CommittedStep[];
}

/**
 * Rebuilds a board’s document from its journal: up to the projection in one go, and from there step by step,
 * since after a stop in between those steps are still to be projected.
 */
export async function loadRoom(em: EntityManager, board: Board): Promise<LoadedRoom> {
  const definition = boardKinds.get(board.kind);
  if (!definition) throw new Error(`Board ${board.id} is of the unknown kind ${board.kind}.`);
  const { id, generation } = board;
  const fork = em.fork();
  const entries = await fork.find(JournalEntrySchema, { board: id, generation }, { orderBy: { seq: "asc" } });
  const items = await fork.find(BoardItemSchema, { board: id });
  const bindings = await fork.find(ClientBindingSchema, { board: id, generation });

  const doc = new Y.Doc();
  const ledger = new ItemLedger(definition, doc);
  const projected = entries.filter((entry) => entry.seq <= board.projectedSeq);
  doc.transact(() => {
    for (const { bytes } of projected) if (bytes) Y.applyUpdate(doc, bytes);
  });
  for (const item of items) {
    const { createdBy = null, createdAt, createdSeq, updatedBy = null, updatedAt, updatedSeq } = item;
    const provenance = { createdBy, createdAt, createdSeq, updatedBy, updatedAt, updatedSeq };
    ledger.restore(item.collection, item.content, provenance);
  }

  const unprojected = entries.slice(projected.length).map((entry) => replay(entry, doc, ledger));
  return {
    content: {
      board: definition,
      doc,
      ledger,
      bindings: new Map(bindings.map(({ clientId, actor }) => [clientId, actor ?? SERVER])),
      committedSeq: entries.at(-1)?.seq ?? 0,
    },
    unprojected,
  };
}

function replay(entry: JournalEntry, doc: Y.Doc, ledger: ItemLedger): CommittedStep {
  const { seq, at, actor = null, bytes, decision = null } = entry;
  const changes = bytes ? ledger.record(actor, null, () => Y.applyUpdate(doc, bytes)) : [];
  return { seq, at, actor, changes, decision };
}
