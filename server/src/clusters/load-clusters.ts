import { inBin, itemList, says } from "../boards/board-item-list.ts";
import type { Board as BoardRow } from "../boards/board.entity.ts";
import { loadItem } from "../boards/load-item.ts";
import { itemNotFound } from "../errors.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadPage } from "../graphql/load-page.ts";
import { sql } from "../graphql/sql.ts";
import { holdsNotes } from "../notes/holds-notes.ts";
import { Cluster, type ClusterFilter } from "./cluster.graphql.ts";

/** One cluster of a board; throws ITEM_NOT_FOUND. */
export const loadCluster = async (context: GraphQLContext, board: string, id: string): Promise<Cluster> => {
  const row = await loadItem(context, { board, collection: "clusters", id });
  if (!row) throw itemNotFound(id);
  return new Cluster(row);
};

/** The clusters of a board that a filter lets through; none where its kind holds other items. */
export const clustersOfBoard = (
  context: GraphQLContext,
  board: BoardRow,
  page: PageArgs,
  { section, text, removed }: ClusterFilter,
): Promise<Page<Cluster>> =>
  loadPage(context, itemList("clusters", board), board.id, page, (row) => new Cluster(row), [
    ...(holdsNotes(board.kind) ? [] : [sql`false`]),
    sql`collection = 'clusters'`,
    ...inBin(removed),
    ...says("name", text),
    ...(section ? [sql`section = ${section}`] : []),
  ]);
