import type { EntityName } from "@mikro-orm/core";
import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import { invalidValue } from "../errors.ts";
import { maximumPageSize, type Page, type PageArgs } from "./connection.ts";
import type { GraphQLContext } from "./context.ts";
import { readCursor, type SortKey, writeCursor } from "./cursor.ts";
import { allOf, isOneOf, type Sql, sql } from "./sql.ts";

/** A list of rows that hang on a parent row (all boards of a project), to be read in pages. */
export interface List<Row extends object> {
  /** Keeps its cursors apart from those of other lists. */
  readonly name: string;
  readonly entity: EntityName<Row>;
  readonly table: string;
  /** Where the rows come from, if not from the table alone; to be called as `table`. */
  readonly from?: string;
  /** The column of the parent’s id. */
  readonly parent: string;
  /** Expressions that together order the rows, each row at a place of its own. */
  readonly order: readonly string[];
  /** The values of these expressions in a row, as a cursor holds them. */
  readonly keyOf: (row: Row) => SortKey;
  readonly isKey: (key: SortKey) => boolean;
  /** The same values as SQL, to compare with. */
  readonly bind: (key: SortKey) => Sql;
}

/** What decides which rows a page holds; rows of several parents are read together where only that differs. */
interface Request {
  readonly list: Pick<List<object>, "name" | "table" | "from" | "parent" | "order">;
  readonly parentId: string;
  readonly where: readonly Sql[];
  readonly first: number;
  readonly behind: Sql | null;
}

type DatabaseRow = Record<string, unknown>;

/**
 * One page of a list. Pages that are asked for together – the boards of twenty workshops – are read in one
 * statement; `totalCount` is counted only where it is asked for, in one more.
 */
export const loadPage = async <Row extends object, Node>(
  { em, loaders }: GraphQLContext,
  list: List<Row>,
  parentId: string,
  page: PageArgs,
  toNode: (row: Row) => Node,
  where: readonly Sql[] = [],
): Promise<Page<Node>> => {
  const first = pageSize(page);
  const after = page.after ? readCursor(list.name, page.after, list.isKey) : null;
  const { name, table, from, parent, order } = list;
  const request: Request = {
    list: { name, table, from, parent, order },
    parentId,
    where,
    first,
    behind: after && list.bind(after),
  };
  const rows = (await loaders.of(pages).load(request)).map((row) => em.map(list.entity, row as never));
  return toPage({
    entries: rows.map((row) => ({ node: toNode(row), cursor: writeCursor(list.name, list.keyOf(row)) })),
    first,
    hasPreviousPage: after !== null,
    totalCount: () => loaders.of(counts).load(request),
  });
};

interface Cut<Node> {
  readonly entries: readonly { node: Node; cursor: string }[];
  readonly first: number;
  readonly hasPreviousPage: boolean;
}

/** Cuts the page out of its entries and the one behind it. */
export const cutPage = <Node>({
  entries,
  first,
  hasPreviousPage,
}: Cut<Node>): Omit<Page<Node>, "totalCount"> => {
  const edges = entries.slice(0, first);
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: entries.length > first,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};

/** The same for a list that can be counted. */
export const toPage = <Node>({
  totalCount,
  ...cut
}: Cut<Node> & Pick<Page<Node>, "totalCount">): Page<Node> => ({ ...cutPage(cut), totalCount });

/** The size of a page, or INVALID_VALUE. */
export const pageSize = ({ first }: PageArgs): number => {
  if (first < 0 || first > maximumPageSize) {
    throw invalidValue(
      "first",
      `A page holds 0 to ${maximumPageSize} entries; ask for the next one with \`after\`.`,
    );
  }
  return first;
};

const pages = (em: EntityManager) =>
  new DataLoader<Request, DatabaseRow[], string>(
    async (requests) => {
      const found = new Map<Request, DatabaseRow[]>();
      for (const group of Map.groupBy(requests, pageOf).values()) {
        for (const [request, rows] of await readPages(em, group)) found.set(request, rows);
      }
      return requests.map((request) => found.get(request) ?? []);
    },
    { cacheKeyFn: (request) => `${request.parentId} ${pageOf(request)}` },
  );

const counts = (em: EntityManager) =>
  new DataLoader<Request, number, string>(
    async (requests) => {
      const found = new Map<Request, number>();
      for (const group of Map.groupBy(requests, listOf).values()) {
        for (const [request, count] of await readCounts(em, group)) found.set(request, count);
      }
      return requests.map((request) => found.get(request) ?? 0);
    },
    { cacheKeyFn: (request) => `${request.parentId} ${listOf(request)}` },
  );

const listOf = ({ list, where }: Request): string => JSON.stringify([list.name, where]);
const pageOf = (request: Request): string => JSON.stringify([listOf(request), request.first, request.behind]);

const readPages = async (
  em: EntityManager,
  group: readonly Request[],
): Promise<[Request, DatabaseRow[]][]> => {
  const [model] = group;
  if (!model) return [];
  const { list, where, first, behind } = model;
  const order = list.order.join(", ");
  const after = behind ? [{ text: `(${order}) > (${behind.text})`, values: behind.values }] : [];
  const { text, values } = sql`${within(list, group)} and ${allOf([...where, ...after])}`;
  const rows = await em.execute<DatabaseRow[]>(
    `select * from (
       select ${list.table}.*, row_number() over (partition by ${list.parent} order by ${order}) as page_place
         from ${list.from ?? list.table} where ${text}
     ) numbered where page_place <= ? order by page_place`,
    // One more than the page, to know whether another follows.
    [...values, first + 1],
  );
  const byParent = Map.groupBy(rows, (row) => row[list.parent]);
  return group.map((request) => [request, byParent.get(request.parentId) ?? []]);
};

const readCounts = async (em: EntityManager, group: readonly Request[]): Promise<[Request, number][]> => {
  const [model] = group;
  if (!model) return [];
  const { list, where } = model;
  const { text, values } = sql`${within(list, group)} and ${allOf(where)}`;
  const rows = await em.execute<{ parent: string; total: number }[]>(
    `select ${list.parent} as parent, cast(count(*) as int) as total
       from ${list.from ?? list.table} where ${text} group by 1`,
    [...values],
  );
  const totals = new Map(rows.map(({ parent, total }) => [parent, total]));
  return group.map((request) => [request, totals.get(request.parentId) ?? 0]);
};

const within = ({ parent }: Request["list"], group: readonly Request[]): Sql =>
  isOneOf(
    parent,
    group.map(({ parentId }) => parentId),
  );
