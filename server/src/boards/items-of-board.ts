import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadPage } from "../graphql/load-page.ts";
import { sql } from "../graphql/sql.ts";
import type { Item } from "../items/item.graphql.ts";
import type { BoardItemFilter } from "../items/board-item-filter.graphql.ts";
import { toItem } from "../kinds/kind-types.ts";
import { saysAll } from "../search/says-all.ts";
import type { Board as BoardRow } from "./board.entity.ts";
import { inBin, itemList } from "./board-item-list.ts";

/** The items of all collections of a board that a filter lets through. */
export const itemsOfBoard = (
  context: GraphQLContext,
  board: BoardRow,
  page: PageArgs,
  { collection, section, text, removed = false }: BoardItemFilter,
): Promise<Page<Item>> =>
  loadPage(context, itemList(null, board), board.id, page, (row) => toItem(board.kind, row), [
    ...inBin(removed),
    ...(collection ? [sql`collection = ${collection}`] : []),
    ...(section ? [sql`section = ${section}`] : []),
    ...(typeof text === "string" ? [saysAll("words", text)] : []),
  ]);
