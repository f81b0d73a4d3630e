import type { EntityManager } from "../../database/entity-manager.ts";
import { HotStatement } from "../../database/hot-statement.ts";
import type { BoardItem } from "./board-item.entity.ts";
import type { ItemLink } from "./item-link.entity.ts";
import type { UnnumberedEvent } from "./item-events.ts";

/** What committed steps change in the rows of one board. */
export interface ProjectionChange {
  readonly board: string;
  /** The step up to which the rows must have come, and that to which they come. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Omit<BoardItem, "project">[];
  readonly gone: readonly ItemKey[];
  /** The items whose links changed and all that these state now; null where no links changed, as while somebody types. */
  readonly links: { readonly of: readonly ItemKey[]; readonly stated: readonly StatedRow[] } | null;
  readonly events: readonly UnnumberedEvent[];
}

interface ItemKey {
  readonly collection: string;
  readonly id: string;
}

type StatedRow = Omit<ItemLink, "board" | "project">;

const LINK = `link (collection text, item uuid, field text, "targetBoard" uuid, "targetCollection" text, target uuid,
                        "leadsOn" boolean, pointer boolean, kind text, text text)`;

/** No row is both taken away and written: within one statement, nobody says what comes first. */
const linksToo = `, unlinked as (
     delete from item_link using counted, json_to_recordset(?::json) as changed (collection text, id uuid)
      where item_link.board = counted.id and item_link.collection = changed.collection and item_link.item = changed.id
        and not exists (
          select from json_to_recordset(?::json) as ${LINK}
           where link.collection = item_link.collection and link.item = item_link.item
             and link.field = item_link.field and link."targetBoard" = item_link.target_board
             and link."targetCollection" = item_link.target_collection and link.target = item_link.target)
   ), linked as (
     insert into item_link (board, collection, item, field, target_board, target_collection, target,
                            leads_on, pointer, kind, text, project)
     select counted.id, collection, item, field, "targetBoard", "targetCollection", target,
            "leadsOn", pointer, kind, text, counted.project
       from counted, json_to_recordset(?::json) as ${LINK}
     on conflict (board, collection, item, field, target_board, target_collection, target) do update
        set leads_on = excluded.leads_on, pointer = excluded.pointer, kind = excluded.kind, text = excluded.text
   )`;

/** Never beyond what the journal holds: the database may be older than the room. */
const writing = (more: string) =>
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
   )${more}
   select project, event_number as "eventNumber" from counted`;

const statement = new HotStatement("write-projection", writing(""));
const statementWithLinks = new HotStatement("write-projection-links", writing(linksToo));

/** Writes all of it by one statement, which is a transaction; null, and nothing, where the rows stand elsewhere. */
export async function writeProjection(
  em: EntityManager,
  { board, from, to, items, gone, links, events }: ProjectionChange,
): Promise<{ project: string; eventNumber: number } | null> {
  const stated = links && JSON.stringify(links.stated);
  const chosen = links ? statementWithLinks : statement;
  const [written] = await chosen.run<{ project: string; eventNumber: number }>(em, [
    to,
    events.length,
    board,
    from,
    to,
    JSON.stringify(gone.map(({ collection, id }) => ({ collection, id }))),
    JSON.stringify(items),
    JSON.stringify(events.map((event, index) => ({ ...event, behind: events.length - 1 - index }))),
    ...(links && stated ? [JSON.stringify(links.of), stated, stated] : []),
  ]);
  return written ?? null;
}
