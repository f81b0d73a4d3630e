import { type Sql, sql } from "../graphql/sql.ts";
import { isInScope, type ItemScope } from "../items/item-scope.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import type { Direction } from "./link.graphql.ts";

/** An item whose links are looked for. */
export type LinkedItem = Pick<BoardItem, "board" | "collection" | "id" | "project">;

/** A link as one of its ends finds it, and where the other end is. */
export interface FoundLink {
  /** Which of the items that were asked for. */
  readonly own: number;
  /** Whether that item holds the link. */
  readonly cites: boolean;
  /** Whether the viewer may know who holds it: they receive its document. */
  readonly seen: boolean;
  readonly field: string;
  /** The declaration of the field: kind and collection of the item that holds the link. */
  readonly citingKind: string;
  readonly citingCollection: string;
  readonly boardId: string;
  readonly collection: string;
  readonly id: string;
  readonly kind: string;
  /** What the target said when it was linked. */
  readonly text: string;
  /** Own links come first, what the viewer sees next; `place` is unique among an item’s links and tells no secret. */
  readonly rank: number;
  readonly place: string;
}

export const linkOrder = `rank, place collate "C"`;

const FROM_OWN = `own.own, link.field, board.kind as "citingKind", link.collection as "citingCollection", link.text`;

/**
 * The links of items in one direction, from both ends: those that they hold, and those that others hold to them. Who
 * does not sit at a board of the project hears that something there cites, and not what; of other projects nothing.
 */
export const linksFrom = (items: readonly LinkedItem[], direction: Direction, scope: ItemScope): Sql => {
  const leadsOn = direction === "results";
  return sql`
    select ${raw(FROM_OWN)}, true as cites, true as seen, 0 as rank, link.kind,
           link.target_board as "boardId", link.target_collection as collection, link.target as id,
           concat_ws('/', link.field, link.target_board, link.target_collection, link.target) as place
      from ${ownItems(items)}
      join item_link link on link.board = own.board and link.collection = own.collection and link.item = own.id
      join board on board.id = link.board
     where link.leads_on = ${leadsOn}
     union all
    ${citing(items, scope, sql`link.leads_on <> ${leadsOn}`)}`;
};

/** The links that others hold to items. */
export const citing = (items: readonly LinkedItem[], scope: ItemScope, condition: Sql): Sql => {
  const seen = isInScope(scope);
  return sql`
    select ${raw(FROM_OWN)}, false as cites, (${seen}) as seen, case when ${seen} then 1 else 2 end as rank, board.kind,
           link.board as "boardId", link.collection, link.item as id,
           case when ${seen} then ${raw(HOLDER)} else md5(${raw(HOLDER)}) end as place
      from ${ownItems(items)}
      join item_link link on link.target_board = own.board and link.target_collection = own.collection
                         and link.target = own.id
      join board on board.id = link.board
     where (link.project = own.project or ${seen}) and ${condition}`;
};

const HOLDER = `concat_ws('/', link.field, link.board, link.collection, link.item)`;

const ownItems = (items: readonly LinkedItem[]): Sql => sql`
  json_to_recordset(cast(${JSON.stringify(
    items.map(({ board, collection, id, project }, own) => ({ own, board, collection, id, project })),
  )} as json)) as own (own int, board uuid, collection text, id uuid, project uuid)`;

/** SQL that is written here, never by a client. */
const raw = (text: string): Sql => ({ text, values: [] });
