import type { EntityManager } from "../../database/entity-manager.ts";
import type { ItemChange, ItemLedger } from "../rooms/item-ledger.ts";
import type { CommittedStep } from "../rooms/queue-entry.ts";
import type { BoardEvent } from "./board-event.entity.ts";
import type { BoardItem } from "./board-item.entity.ts";
import { itemColumns } from "./item-columns.ts";
import { eventsOf } from "./item-events.ts";
import { deleteItems, writeEvents, writeItems } from "./write-rows.ts";

interface LockedProjection {
  project: string;
  headSeq: number;
  projectedSeq: number;
  eventNumber: number;
}

/**
 * Brings one board’s rows up to its committed steps, in one transaction: items, provenance and events with
 * their own gap-free number. Running it twice with the same steps changes nothing the second time.
 */
export function projectBoard(
  em: EntityManager,
  boardId: string,
  ledger: ItemLedger,
  steps: readonly CommittedStep[],
): Promise<{ events: BoardEvent[]; projectId: string }> {
  return em.fork().transactional(async (tx) => {
    const [board] = await tx.execute<LockedProjection[]>(
      `select project, head_seq as "headSeq", projected_seq as "projectedSeq", event_number as "eventNumber"
         from board where id = ? for update`,
      [boardId],
    );
    if (!board) throw new Error(`Board ${boardId} is not there any more.`);
    // Never what the journal does not hold: the database may be older than the room.
    const due = steps.filter(({ seq }) => seq > board.projectedSeq && seq <= board.headSeq);
    const rows = new Map<string, BoardItem | null>();
    for (const step of due) {
      for (const change of step.changes)
        rows.set(`${change.collection}/${change.id}`, row(boardId, ledger, step, change));
    }
    const gone = due
      .flatMap(({ changes }) => changes)
      .filter(({ collection, id }) => rows.get(`${collection}/${id}`) === null);
    await deleteItems(tx, boardId, gone);
    await writeItems(
      tx,
      [...rows.values()].filter((item) => item !== null),
    );

    const events = eventsOf(due).map((event, index) => ({
      ...event,
      board: boardId,
      number: board.eventNumber + index + 1,
    }));
    await writeEvents(tx, events);
    await tx.execute(
      `update board set projected_seq = ?, event_number = ? where id = ?`,
      [due.at(-1)?.seq ?? board.projectedSeq, board.eventNumber + events.length, boardId],
      "run",
    );
    return { events, projectId: board.project };
  });
}

function row(boardId: string, ledger: ItemLedger, step: CommittedStep, change: ItemChange): BoardItem | null {
  const { collection, id, after } = change;
  const provenance = ledger.commit(change, { actor: step.actor, at: step.at, seq: step.seq });
  if (!after || !provenance) return null;
  return {
    board: boardId,
    collection,
    id,
    ...itemColumns(after),
    ...provenance,
  };
}
