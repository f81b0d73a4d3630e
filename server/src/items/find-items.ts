import type { EntityManager } from "../database/entity-manager.ts";
import { type Board, BoardSchema } from "../boards/board.entity.ts";
import { plainReader } from "../database/plain-rows.ts";
import type { SortKey } from "../graphql/cursor.ts";
import { allOf, isOneOf, type Sql, sql } from "../graphql/sql.ts";
import { type BoardItem, BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import type { ItemScope } from "./item-scope.ts";
import { isBehind, itemOrder } from "./item-place.ts";

export interface ItemSearch {
  readonly scope: ItemScope;
  /** Conditions on `item` and on its `board`. */
  readonly where: readonly Sql[];
  readonly after: SortKey | null;
  readonly limit: number;
}

/** An item’s row, and that of its board. */
export interface FoundItem {
  readonly item: BoardItem;
  readonly board: Board;
}

/**
 * The first items in their order. Each project has its own stretch of the index on when items changed: from each its
 * first ones are taken, so that a page costs what it holds, not what there is. Who sits at single workshops reads
 * their boards, which are few; that these are of a project as well would lead the planner astray.
 */
export const findItems = async (
  em: EntityManager,
  { scope: { projects, workshops }, where, after, limit }: ItemSearch,
): Promise<FoundItem[]> => {
  const items = plainReader(em, BoardItemSchema, { table: "item" });
  const boards = plainReader(em, BoardSchema, { prefix: "board_" });
  const conditions = after ? [...where, isBehind(after)] : where;
  const firstOf = (scope: Sql): Sql =>
    sql`(select ${raw(items.columns)}, ${raw(boards.columns)} from board_item item join board on board.id = item.board
          where ${allOf([scope, ...conditions])} order by ${raw(itemOrder)} limit ${limit})`;
  const [only, ...more] = projects;
  const parts = [
    ...(only && more.length === 0 ? [firstOf(sql`item.project = ${only}`)] : []),
    ...(only && more.length > 0
      ? [
          sql`(select item.* from unnest(cast(${`{${projects.join()}}`} as uuid[])) own(project)
                cross join lateral ${firstOf(sql`item.project = own.project`)} item)`,
        ]
      : []),
    ...(workshops.length > 0 ? [firstOf(isOneOf("board.workshop", workshops))] : []),
  ];
  const [first, ...others] = parts;
  if (!first) return [];
  const { text, values } =
    others.length === 0 && more.length === 0
      ? first
      : sql`select * from (${others.reduce((all, part) => sql`${all} union all ${part}`, first)}) item
             order by ${raw(itemOrder)} limit ${limit}`;
  const found = await em.execute<(Record<string, unknown> & { board: string })[]>(text, [...values]);
  const known = new Map<string, Board>();
  return found.map((columns) => {
    const board = known.get(columns.board) ?? boards.read(columns);
    known.set(columns.board, board);
    return { item: items.read(columns), board };
  });
};

/** SQL that is written here, never by a client. */
const raw = (text: string): Sql => ({ text, values: [] });
