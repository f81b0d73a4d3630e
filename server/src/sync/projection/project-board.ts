import { linksChanged } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import type { ItemChange, ItemLedger } from "../rooms/item-ledger.ts";
import type { CommittedStep } from "../rooms/queue-entry.ts";
import type { BoardEvent } from "./board-event.entity.ts";
import type { BoardItem } from "./board-item.entity.ts";
import { itemColumns } from "./item-columns.ts";
import { eventsOf } from "./item-events.ts";
import { linkRows } from "./link-rows.ts";
import { type ProjectionChange, writeProjection } from "./write-projection.ts";

interface Progress {
  project: string;
  headSeq: number;
  projectedSeq: number;
}

/** A board’s rows and steps that are to be told in them. */
export interface Projection {
  readonly boardId: string;
  readonly ledger: ItemLedger;
  readonly steps: readonly CommittedStep[];
  /** How far the rows have come, as far as is known. */
  readonly projectedSeq: number;
}

/**
 * Brings one board’s rows up to its committed steps, in one transaction: items, provenance and events with
 * their own gap-free number. Running it twice with the same steps changes nothing the second time.
 */
export async function projectBoard(
  em: EntityManager,
  { boardId, ledger, steps, projectedSeq }: Projection,
): Promise<{ events: BoardEvent[]; projectId: string }> {
  let from = projectedSeq;
  let due = steps.filter(({ seq }) => seq > from);
  for (;;) {
    if (due.length > 0) {
      const change = changeOf(boardId, ledger, due, from);
      const written = await writeProjection(em, change);
      if (written) return { events: numbered(change, written.eventNumber), projectId: written.project };
    }
    // The rows stand elsewhere: a transaction went through that was given up, or the database is another.
    const board = await progressOf(em, boardId);
    const { headSeq } = board;
    from = board.projectedSeq;
    due = steps.filter(({ seq }) => seq > from && seq <= headSeq);
    if (due.length === 0) return { events: [], projectId: board.project };
  }
}

function changeOf(
  board: string,
  ledger: ItemLedger,
  due: readonly CommittedStep[],
  from: number,
): ProjectionChange {
  const rows = new Map<string, ReturnType<typeof row>>();
  for (const step of due) {
    for (const change of step.changes)
      rows.set(`${change.collection}/${change.id}`, row(board, ledger, step, change));
  }
  return {
    board,
    from,
    to: due.at(-1)!.seq,
    items: [...rows.values()].filter((item) => item !== null),
    gone: due
      .flatMap(({ changes }) => changes)
      .filter(({ collection, id }) => rows.get(`${collection}/${id}`) === null),
    links: linksOf(board, ledger, due, (collection, id) => rows.get(`${collection}/${id}`) ?? null),
    events: eventsOf(due),
  };
}

function linksOf(
  board: string,
  { board: definition }: ItemLedger,
  due: readonly CommittedStep[],
  rowOf: (collection: string, id: string) => Omit<BoardItem, "project"> | null,
): ProjectionChange["links"] {
  const changed = new Map<string, { collection: string; id: string }>();
  for (const { collection, id, before, after } of due.flatMap(({ changes }) => changes)) {
    if (linksChanged(definition, collection, before, after))
      changed.set(`${collection}/${id}`, { collection, id });
  }
  if (changed.size === 0) return null;
  const of = [...changed.values()];
  const stated = of.flatMap(({ collection, id }) => {
    const content = rowOf(collection, id)?.content;
    return content ? linkRows(definition, { board, collection, content }) : [];
  });
  return { of, stated };
}

/** The board counts its events; those just written are the last of them. */
const numbered = ({ board, events }: ProjectionChange, last: number): BoardEvent[] =>
  events.map((event, index) => ({ ...event, board, number: last - events.length + index + 1 }));

async function progressOf(em: EntityManager, boardId: string): Promise<Progress> {
  const [board] = await em
    .fork()
    .execute<Progress[]>(
      `select project, head_seq as "headSeq", projected_seq as "projectedSeq" from board where id = ?`,
      [boardId],
    );
  if (!board) throw new Error(`Board ${boardId} is not there any more.`);
  return board;
}

function row(
  board: string,
  ledger: ItemLedger,
  step: CommittedStep,
  change: ItemChange,
): Omit<BoardItem, "project"> | null {
  const { collection, id, after } = change;
  const provenance = ledger.commit(change, { actor: step.actor, at: step.at, seq: step.seq });
  if (!after || !provenance) return null;
  return {
    board,
    collection,
    id,
    ...itemColumns(ledger.board.collections[collection], after),
    ...provenance,
  };
}
