import { IsolationLevel } from "@mikro-orm/core";
import { type Board, BoardSchema } from "../../boards/board.entity.ts";
import type { EntityManager } from "../../database/entity-manager.ts";
import { type BoardSnapshot, BoardSnapshotSchema } from "../compaction/board-snapshot.entity.ts";
import { type DecidedItem, DecidedItemSchema } from "../decisions/decided-item.entity.ts";
import { type LoggedDecision, LoggedDecisionSchema } from "../decisions/logged-decision.entity.ts";
import { ClientBindingSchema } from "../journal/client-binding.entity.ts";
import { type JournalEntry, JournalEntrySchema } from "../journal/journal-entry.entity.ts";
import { type BoardEvent, BoardEventSchema } from "../projection/board-event.entity.ts";
import { type BoardItem, BoardItemSchema } from "../projection/board-item.entity.ts";
import { type ItemLink, ItemLinkSchema } from "../projection/item-link.entity.ts";

/** Everything that the database holds of a board, as of one moment. */
export interface BoardRows {
  readonly board: Board;
  readonly snapshot: BoardSnapshot | null;
  /** All steps, in order. */
  readonly journal: readonly JournalEntry[];
  /** Client ids that are bound to somebody or to the server. */
  readonly bound: ReadonlySet<number>;
  readonly items: readonly BoardItem[];
  readonly links: readonly ItemLink[];
  readonly events: readonly BoardEvent[];
  readonly decided: readonly DecidedItem[];
  readonly decisions: readonly LoggedDecision[];
}

/** Null where there is no such board. A server may be writing on it meanwhile. */
export function readBoardRows(em: EntityManager, id: string): Promise<BoardRows | null> {
  return em.fork().transactional(
    async (tx) => {
      const board = await tx.findOne(BoardSchema, id);
      if (!board) return null;
      const bindings = await tx.find(ClientBindingSchema, { board: id });
      return {
        board,
        snapshot: await tx.findOne(BoardSnapshotSchema, { board: id }),
        journal: await tx.find(JournalEntrySchema, { board: id }, { orderBy: { seq: "asc" } }),
        bound: new Set(bindings.map(({ clientId }) => clientId)),
        items: await tx.find(BoardItemSchema, { board: id }, { populate: ["words"] }),
        links: await tx.find(ItemLinkSchema, { board: id }),
        events: await tx.find(BoardEventSchema, { board: id }, { orderBy: { number: "asc" } }),
        decided: await tx.find(DecidedItemSchema, { board: id }),
        decisions: await tx.find(LoggedDecisionSchema, { board: id }, { orderBy: { seq: "asc" } }),
      };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}
