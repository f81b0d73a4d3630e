import { IsolationLevel } from "@mikro-orm/core";
import type { EntityManager } from "../../database/entity-manager.ts";
import { type BoardSnapshot, BoardSnapshotSchema } from "../compaction/board-snapshot.entity.ts";
import { type ClientBinding, ClientBindingSchema } from "../journal/client-binding.entity.ts";
import { type JournalEntry, JournalEntrySchema } from "../journal/journal-entry.entity.ts";
import { type BoardItem, BoardItemSchema } from "../projection/board-item.entity.ts";

/** What the database holds of a board’s content. */
export interface StoredRoom {
  readonly snapshot: BoardSnapshot | null;
  /** The steps behind the snapshot, in order. */
  readonly tail: readonly JournalEntry[];
  readonly items: readonly BoardItem[];
  readonly bindings: readonly ClientBinding[];
}

/** Reads all of it in one look: a compaction may move steps into the snapshot at any moment. */
export function readStoredRoom(em: EntityManager, board: string): Promise<StoredRoom> {
  return em.fork().transactional(
    async (tx) => {
      const snapshot = await tx.findOne(BoardSnapshotSchema, { board });
      const seq = { $gt: snapshot?.seq ?? 0 };
      return {
        snapshot,
        tail: await tx.find(JournalEntrySchema, { board, seq }, { orderBy: { seq: "asc" } }),
        items: await tx.find(BoardItemSchema, { board }),
        bindings: await tx.find(ClientBindingSchema, { board }),
      };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}
