import { linkText, titleOfItem } from "@tavolo/schema";
import { boardOfViewer } from "../boards/load-boards.ts";
import { loadItem } from "../boards/load-item.ts";
import { invalidValue, itemNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { sql } from "../graphql/sql.ts";
import { itemScope } from "../items/item-scope.ts";
import { toItem } from "../kinds/kind-types.ts";
import { addressOf, type Direction, type ItemAddress, kindOf } from "./link.graphql.ts";
import { linkEnd, textOfEnd } from "./link-end.ts";
import { type FoundLink, type LinkedItem, linkOrder, linksFrom } from "./links-from.ts";
import { type Trace, TraceEdge, type TraceNode } from "./trace.graphql.ts";

/** From a published value to the first note it is some ten steps, and an arrow of a theory of change counts two. */
export const LONGEST_TRACE = 20;
export const DEFAULT_TRACE = 12;
/** An indicator that answers to a whole SWOT; what leads to more is asked for piece by piece. */
export const MOST_TRACED = 500;
/** Links that one step reads at most for each item that is asked for. */
const LINKS_PER_ITEM = 8;

interface TraceRequest {
  readonly item: ItemAddress;
  readonly direction: Direction;
  readonly depth: number;
  readonly first: number;
}

/**
 * Follows links from an item, step by step: each step reads the links of all items that the one before has found, in as
 * many statements for one as for a hundred. Circles end where an item is met again; what is hidden leads nowhere.
 */
export const traceItem = async (
  context: GraphQLContext,
  { item: { boardId, collection, id }, direction, depth, first }: TraceRequest,
): Promise<Trace> => {
  if (depth < 1 || depth > LONGEST_TRACE)
    throw invalidValue("depth", `A trace has 1 to ${LONGEST_TRACE} steps.`);
  if (first < 1 || first > MOST_TRACED)
    throw invalidValue("first", `A trace holds 1 to ${MOST_TRACED} items.`);
  const board = await boardOfViewer(context, boardId);
  const row = await loadItem(context, { board: board.row.id, collection, id });
  if (!row) throw itemNotFound(id);
  const scope = await itemScope(context, null);

  const start = startNode(toItem(board.row.kind, row), { boardId: board.row.id, collection, id });
  const nodes = new Map([[start.key, start]]);
  const edges: TraceEdge[] = [];
  const keyOf = nodeKeys();
  let isCut = false;
  let standing: (readonly [key: string, item: LinkedItem])[] = [[start.key, row]];
  // One step further than asked for, to know whether anything follows there.
  for (let distance = 1; distance <= depth + 1 && standing.length > 0; distance += 1) {
    const items = standing.map(([, item]) => item);
    const limit = first * LINKS_PER_ITEM;
    const { text, values } = sql`
      select * from (${linksFrom(items, direction, scope)}) link
       order by own, ${{ text: linkOrder, values: [] }} limit ${limit}`;
    const links = await context.em.execute<FoundLink[]>(text, [...values]);
    isCut ||= links.length === limit;

    const fresh = new Map<string, FoundLink>();
    for (const link of links) {
      const [own] = standing[link.own]!;
      const other = keyOf(link);
      if (!nodes.has(other) && !fresh.has(other)) {
        if (distance > depth || nodes.size + fresh.size >= first) {
          isCut = true;
          continue;
        }
        fresh.set(other, link);
      }
      edges.push(direction === "origins" ? new TraceEdge(link, other, own) : new TraceEdge(link, own, other));
    }
    const found = await Promise.all(
      [...fresh].map(([key, link]) => nodeOf(context, { key, link, distance })),
    );
    for (const node of found) nodes.set(node.key, node);
    standing = found.flatMap(({ key, item }) => (item ? [[key, item.row] as const] : []));
  }
  return { nodes: [...nodes.values()], edges, isCut };
};

const startNode = (item: TraceNode["item"] & object, address: ItemAddress): TraceNode => ({
  key: [address.boardId, address.collection, address.id].join("/"),
  distance: 0,
  state: item.removed ? "removed" : "live",
  text: linkText(titleOfItem(item.definition, item.row.content)),
  kind: item.kind,
  address,
  item,
});

const nodeOf = async (
  context: GraphQLContext,
  { key, link, distance }: { key: string; link: FoundLink; distance: number },
): Promise<TraceNode> => {
  const end = await linkEnd(context, link);
  return {
    key,
    distance,
    state: end.state,
    text: textOfEnd(link, end),
    kind: kindOf(link),
    address: addressOf(link),
    item: end.item,
  };
};

/** Names items by where they are; those whose place is not to be known by a number. */
const nodeKeys = (): ((link: FoundLink) => string) => {
  const hidden = new Map<string, string>();
  return ({ seen, boardId, collection, id }) => {
    const place = [boardId, collection, id].join("/");
    if (seen) return place;
    const known = hidden.get(place) ?? `hidden/${hidden.size + 1}`;
    hidden.set(place, known);
    return known;
  };
};
