import type { EntityManager } from "../database/entity-manager.ts";
import type { SortKey } from "../graphql/cursor.ts";
import { allOf, isOneOf, type Sql, sql } from "../graphql/sql.ts";
import type { ItemScope } from "./item-scope.ts";
import { isBehind, itemOrder } from "./item-place.ts";

/** Columns of an item’s row; not its words, which nobody reads. */
const COLUMNS = `item.board, item.collection, item.id, item.section, item.rank, item.cluster, item.removed, item.content,
  item.project, item.provisions, item.created_by, item.created_at, item.created_seq, item.updated_by, item.updated_at,
  item.updated_seq`;

export interface ItemSearch {
  readonly scope: ItemScope;
  /** Conditions on `item` and on its `board`. */
  readonly where: readonly Sql[];
  readonly after: SortKey | null;
  readonly limit: number;
}

/** A row with the kind of its board. */
export type FoundItem = Readonly<Record<string, unknown>> & { readonly kind: string };

/**
 * The first items in their order. Each project has its own stretch of the index on when items changed: from each its
 * first ones are taken, so that a page costs what it holds, not what there is. Who sits at single workshops reads
 * their boards, which are few; that these are of a project as well would lead the planner astray.
 */
export const findItems = async (
  em: EntityManager,
  { scope: { projects, workshops }, where, after, limit }: ItemSearch,
): Promise<FoundItem[]> => {
  const conditions = after ? [...where, isBehind(after)] : where;
  const firstOf = (scope: Sql): Sql =>
    sql`(select ${raw(COLUMNS)}, board.kind from board_item item join board on board.id = item.board
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
  return em.execute<FoundItem[]>(text, [...values]);
};

/** SQL that is written here, never by a client. */
const raw = (text: string): Sql => ({ text, values: [] });
