import type { EntityManager } from "../../database/entity-manager.ts";
import type { BoardEvent } from "./board-event.entity.ts";
import type { BoardItem } from "./board-item.entity.ts";

/** Rows of one statement: it takes 65,535 parameters, and a row has fewer than twenty. */
const ROWS_AT_ONCE = 1_000;

/** Writes items as they are now, new ones and changed ones alike. */
export async function writeItems(tx: EntityManager, items: readonly BoardItem[]): Promise<void> {
  await eachPart(items, (part) =>
    tx.execute(
      `insert into board_item (board, collection, id, section, rank, cluster, removed, content,
              created_by, created_at, created_seq, updated_by, updated_at, updated_seq)
       values ${placeholders(part.length, 14)}
       on conflict (board, collection, id) do update set section = excluded.section, rank = excluded.rank,
         cluster = excluded.cluster, removed = excluded.removed, content = excluded.content,
         created_by = excluded.created_by, created_at = excluded.created_at, created_seq = excluded.created_seq,
         updated_by = excluded.updated_by, updated_at = excluded.updated_at, updated_seq = excluded.updated_seq`,
      part.flatMap((item) => [
        item.board,
        item.collection,
        item.id,
        item.section,
        item.rank,
        item.cluster,
        item.removed,
        JSON.stringify(item.content),
        item.createdBy,
        item.createdAt,
        item.createdSeq,
        item.updatedBy,
        item.updatedAt,
        item.updatedSeq,
      ]),
      "run",
    ),
  );
}

/** Takes items off the board. */
export async function deleteItems(
  tx: EntityManager,
  board: string,
  items: readonly { collection: string; id: string }[],
): Promise<void> {
  await eachPart(items, (part) =>
    tx.execute(
      `delete from board_item where board = ? and (collection, id) in (${placeholders(part.length, 2)})`,
      [board, ...part.flatMap(({ collection, id }) => [collection, id])],
      "run",
    ),
  );
}

export async function writeEvents(tx: EntityManager, events: readonly BoardEvent[]): Promise<void> {
  await eachPart(events, (part) =>
    tx.execute(
      `insert into board_event (board, number, seq, type, collection, item, actor, at, payload)
       values ${placeholders(part.length, 9)}`,
      part.flatMap((event) => [
        event.board,
        event.number,
        event.seq,
        event.type,
        event.collection,
        event.item,
        event.actor,
        event.at,
        JSON.stringify(event.payload),
      ]),
      "run",
    ),
  );
}

const placeholders = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => `(${Array.from({ length: columns }, () => "?").join(", ")})`).join(", ");

async function eachPart<T>(rows: readonly T[], write: (part: readonly T[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await write(rows.slice(start, start + ROWS_AT_ONCE));
}
