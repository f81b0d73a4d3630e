import DataLoader from "dataloader";
import type { Board as BoardRow } from "../boards/board.entity.ts";
import { byRank, inBin, itemList, says } from "../boards/board-item-list.ts";
import { loadItem } from "../boards/load-item.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { itemNotFound } from "../errors.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadPage } from "../graphql/load-page.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import { type BoardItem, BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { holdsNotes } from "./holds-notes.ts";
import { Note, type NoteFilter } from "./note.graphql.ts";
import { isId } from "@tavolo/schema";

/** One note of a board; throws ITEM_NOT_FOUND. */
export const loadNote = async (context: GraphQLContext, board: string, id: string): Promise<Note> => {
  const row = await loadItem(context, { board, collection: "notes", id });
  if (!row) throw itemNotFound(id);
  return new Note(row);
};

/** The notes of a board that a filter lets through; none where its kind holds other items. */
export const notesOfBoard = (
  context: GraphQLContext,
  board: BoardRow,
  page: PageArgs,
  filter: NoteFilter,
): Promise<Page<Note>> =>
  loadPage(
    context,
    itemList("notes", board),
    board.id,
    page,
    (row) => new Note(row),
    holdsNotes(board.kind) ? conditions(filter) : [sql`false`],
  );

const conditions = ({ section, clusterId, clustered, text, charterArticle, removed }: NoteFilter): Sql[] => [
  sql`collection = 'notes'`,
  ...inBin(removed),
  ...says("text", text),
  ...(section ? [sql`section = ${section}`] : []),
  ...(clusterId ? [isId(clusterId) ? sql`cluster = ${clusterId}` : sql`false`] : []),
  ...(typeof clustered === "boolean" ? [sql`(cluster is not null) = ${clustered}`] : []),
  ...(charterArticle
    ? [sql`jsonb_exists(content->'charterArticles', ${charterArticle.replaceAll("\0", "")})`]
    : []),
];

interface ClusterKey {
  readonly board: string;
  readonly cluster: string;
}

const text = ({ board, cluster }: { board: string; cluster?: string | null }) => `${board}/${cluster}`;

const notesByCluster = (em: EntityManager) =>
  new DataLoader<ClusterKey, BoardItem[], string>(
    async (keys) => {
      const rows = await em.find(BoardItemSchema, {
        collection: "notes",
        removed: false,
        $or: [...Map.groupBy(keys, ({ board }) => board)].map(([board, ofBoard]) => ({
          board,
          cluster: { $in: ofBoard.map(({ cluster }) => cluster) },
        })),
      });
      const found = Map.groupBy(rows, text);
      return keys.map((key) => (found.get(text(key)) ?? []).toSorted(byRank));
    },
    { cacheKeyFn: text },
  );

/** The notes of a cluster that are not in the bin, in their order. */
export const notesOfCluster = async (
  { loaders }: GraphQLContext,
  board: string,
  cluster: string,
): Promise<Note[]> => (await loaders.of(notesByCluster).load({ board, cluster })).map((row) => new Note(row));
