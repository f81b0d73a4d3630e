import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "../../database/entity-manager.ts";
import { BoardSchema } from "../../boards/board.entity.ts";
import type { ItemChange, ItemLedger } from "../rooms/item-ledger.ts";
import type { CommittedStep } from "../rooms/queue-entry.ts";
import { type BoardEvent, BoardEventSchema } from "./board-event.entity.ts";
import { type BoardItem, BoardItemSchema, type ItemContent } from "./board-item.entity.ts";
import { eventsOf } from "./item-events.ts";

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
    const board = await tx.findOneOrFail(BoardSchema, boardId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const due = steps.filter(({ seq }) => seq > board.projectedSeq);
    const rows = new Map<string, BoardItem | null>();
    for (const step of due) {
      for (const change of step.changes)
        rows.set(`${change.collection}/${change.id}`, row(boardId, ledger, step, change));
    }
    const gone = due
      .flatMap(({ changes }) => changes)
      .filter(({ collection, id }) => rows.get(`${collection}/${id}`) === null);
    for (const { collection, id } of gone)
      await tx.nativeDelete(BoardItemSchema, { board: boardId, collection, id });
    const kept = [...rows.values()].filter((item) => item !== null);
    if (kept.length > 0) await tx.upsertMany(BoardItemSchema, kept);

    const events = eventsOf(due).map((event) => ({
      ...event,
      board: boardId,
      number: (board.eventNumber += 1),
    }));
    if (events.length > 0) await tx.insertMany(BoardEventSchema, events);
    board.projectedSeq = due.at(-1)?.seq ?? board.projectedSeq;
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
    section: textOrNull(after, "section"),
    rank: textOrNull(after, "rank") ?? "",
    cluster: textOrNull(after, "cluster"),
    removed: after["removed"] === true,
    content: after,
    ...provenance,
  };
}

const textOrNull = (content: ItemContent, field: string): string | null => {
  const value = content[field];
  return typeof value === "string" ? value : null;
};
