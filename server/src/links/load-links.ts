import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readCursor, type SortKey, writeCursor } from "../graphql/cursor.ts";
import { pageSize, toPage } from "../graphql/load-page.ts";
import { sql } from "../graphql/sql.ts";
import { type ItemScope, itemScope } from "../items/item-scope.ts";
import { type Direction, TraceLink } from "./link.graphql.ts";
import { type FoundLink, type LinkedItem, linkOrder, linksFrom } from "./links-from.ts";

interface Request {
  readonly item: LinkedItem;
  readonly direction: Direction;
  readonly scope: ItemScope;
  readonly first: number;
  readonly after: SortKey | null;
}

/** A page of an item’s links in one direction; those that are asked for together are read in one statement. */
export const linksOfItem = async (
  context: GraphQLContext,
  item: LinkedItem,
  direction: Direction,
  page: PageArgs,
): Promise<Page<TraceLink>> => {
  const first = pageSize(page);
  const after = page.after ? readCursor(direction, page.after, isPlace) : null;
  const request = { item, direction, scope: await itemScope(context, null), first, after };
  const found = await context.loaders.of(pages).load(request);
  return toPage({
    entries: found.map((link) => ({
      node: new TraceLink(link),
      cursor: writeCursor(direction, [link.rank, link.place]),
    })),
    first,
    hasPreviousPage: after !== null,
    totalCount: () => context.loaders.of(counts).load(request),
  });
};

const isPlace = ([rank, place, ...more]: SortKey): boolean =>
  Number.isInteger(rank) &&
  Math.abs(Number(rank)) < 10 &&
  typeof place === "string" &&
  !place.includes("\0") &&
  more.length === 0;

const itemKey = ({ board, collection, id }: LinkedItem): string => `${board}/${collection}/${id}`;
const pageKey = ({ direction, first, after }: Request): string => JSON.stringify([direction, first, after]);

const pages = (em: EntityManager) =>
  new DataLoader<Request, FoundLink[], string>(
    (requests) => inGroups(requests, pageKey, (group) => readPages(em, group), []),
    { cacheKeyFn: (request) => `${itemKey(request.item)} ${pageKey(request)}` },
  );

const counts = (em: EntityManager) =>
  new DataLoader<Request, number, string>(
    (requests) =>
      inGroups(
        requests,
        ({ direction }) => direction,
        (group) => readCounts(em, group),
        0,
      ),
    { cacheKeyFn: ({ item, direction }) => `${itemKey(item)} ${direction}` },
  );

/** Answers each request from what its group read; `read` answers by the place in the group. */
const inGroups = async <Found>(
  requests: readonly Request[],
  keyOf: (request: Request) => string,
  read: (group: readonly Request[]) => Promise<ReadonlyMap<number, Found>>,
  nothing: Found,
): Promise<Found[]> => {
  const answers = new Map<Request, Found>();
  for (const group of Map.groupBy(requests, keyOf).values()) {
    const found = await read(group);
    group.forEach((request, own) => answers.set(request, found.get(own) ?? nothing));
  }
  return requests.map((request) => answers.get(request) ?? nothing);
};

const linksOf = (group: readonly Request[]) => {
  const [{ direction, scope }] = group as [Request];
  return linksFrom(
    group.map(({ item }) => item),
    direction,
    scope,
  );
};

const readPages = async (
  em: EntityManager,
  group: readonly Request[],
): Promise<ReadonlyMap<number, FoundLink[]>> => {
  const [{ first, after }] = group as [Request];
  const behind = after
    ? sql`where (rank, place collate "C") > (cast(${after[0]} as int), cast(${after[1]} as text))`
    : sql``;
  const { text, values } = sql`
    select * from (
      select link.*, row_number() over (partition by own order by ${{ text: linkOrder, values: [] }}) as page_place
        from (${linksOf(group)}) link ${behind}
    ) numbered where page_place <= ${first + 1} order by page_place`;
  return Map.groupBy(await em.execute<FoundLink[]>(text, [...values]), ({ own }) => own);
};

const readCounts = async (
  em: EntityManager,
  group: readonly Request[],
): Promise<ReadonlyMap<number, number>> => {
  const { text, values } =
    sql`select own, cast(count(*) as int) as total from (${linksOf(group)}) link group by own`;
  const rows = await em.execute<{ own: number; total: number }[]>(text, [...values]);
  return new Map(rows.map(({ own, total }) => [own, total]));
};
