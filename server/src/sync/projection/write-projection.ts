import type { EntityManager } from "../../database/entity-manager.ts";
import { HotStatement } from "../../database/hot-statement.ts";
import type { BoardItem } from "./board-item.entity.ts";
import type { UnnumberedEvent } from "./item-events.ts";

/** What committed steps change in the rows of one board. */
export interface ProjectionChange {
  readonly board: string;
  /** The step up to which the rows must have come, and that to which they come. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Omit<BoardItem, "project">[];
  readonly gone: readonly { readonly collection: string; readonly id: string }[];
  readonly events: readonly UnnumberedEvent[];
}

/** Never beyond what the journal holds: the database may be older than the room. */
const statement = new HotStatement(
  "write-projection",
  `with counted as (
     update board set projected_seq = ?::int, event_number = event_number + ?::int
      where id = ?::uuid and projected_seq = ?::int and head_seq >= ?::int
     returning id, project, event_number
   ), gone as (
     delete from board_item using counted, json_to_recordset(?::json) as item (collection text, id uuid)
      where board_item.board = counted.id and board_item.collection = item.collection and board_item.id = item.id
   ), written as (
     insert into board_item (board, collection, id, section, rank, cluster, removed, content,
            created_by, created_at, created_seq, updated_by, updated_at, updated_seq, project, words, provisions)
     select counted.id, collection, item.id, section, rank, cluster, removed, content,
            "createdBy", "createdAt", "createdSeq", "updatedBy", "updatedAt", "updatedSeq",
            counted.project, array_to_tsvector(words), provisions
       from counted, json_to_recordset(?::json)
         as item (collection text, id uuid, section text, rank text, cluster uuid, removed boolean, content jsonb,
                  "createdBy" uuid, "createdAt" timestamptz, "createdSeq" int,
                  "updatedBy" uuid, "updatedAt" timestamptz, "updatedSeq" int, words text[], provisions text[])
     on conflict (board, collection, id) do update set section = excluded.section, rank = excluded.rank,
       cluster = excluded.cluster, removed = excluded.removed, content = excluded.content,
       created_by = excluded.created_by, created_at = excluded.created_at, created_seq = excluded.created_seq,
       updated_by = excluded.updated_by, updated_at = excluded.updated_at, updated_seq = excluded.updated_seq,
       words = excluded.words, provisions = excluded.provisions
   ), told as (
     insert into board_event (board, number, seq, type, collection, item, actor, at, payload)
     select counted.id, event_number - event.behind, seq, type, collection, item, actor, at, payload
       from counted, json_to_recordset(?::json)
         as event (behind int, seq int, type text, collection text, item uuid, actor uuid, at timestamptz,
                   payload jsonb)
   )
   select project, event_number as "eventNumber" from counted`,
);

/** Writes all of it by one statement, which is a transaction; null, and nothing, where the rows stand elsewhere. */
export async function writeProjection(
  em: EntityManager,
  { board, from, to, items, gone, events }: ProjectionChange,
): Promise<{ project: string; eventNumber: number } | null> {
  const [written] = await statement.run<{ project: string; eventNumber: number }>(em, [
    to,
    events.length,
    board,
    from,
    to,
    JSON.stringify(gone.map(({ collection, id }) => ({ collection, id }))),
    JSON.stringify(items),
    JSON.stringify(events.map((event, index) => ({ ...event, behind: events.length - 1 - index }))),
  ]);
  return written ?? null;
}
