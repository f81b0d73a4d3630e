import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadPage } from "../graphql/load-page.ts";
import { sql } from "../graphql/sql.ts";
import { saysAll } from "../search/says-all.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import type { Board as BoardRow } from "./board.entity.ts";
import { inBin, itemList } from "./board-item-list.ts";

export interface CollectionFilter {
  readonly section?: string | null;
  readonly text?: string | null;
  readonly removed?: boolean | null;
}

interface Asked<Node> {
  readonly collection: string;
  readonly page: PageArgs;
  readonly filter: CollectionFilter;
  readonly toNode: (row: BoardItem) => Node;
}

/** The items of one collection of a board that a filter lets through. */
export const collectionOfBoard = <Node>(
  context: GraphQLContext,
  board: BoardRow,
  { collection, page, filter: { section, text, removed = false }, toNode }: Asked<Node>,
): Promise<Page<Node>> =>
  loadPage(context, itemList(collection, board), board.id, page, toNode, [
    sql`collection = ${collection}`,
    ...inBin(removed),
    ...(section ? [sql`section = ${section}`] : []),
    ...(typeof text === "string" ? [saysAll("words", text)] : []),
  ]);
