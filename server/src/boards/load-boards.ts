import { can } from "@tavolo/schema";
import { toBoard } from "../kinds/kind-types.ts";
import { idList, PlainRows } from "../database/plain-rows.ts";
import { onShelf } from "../archive/on-shelf.ts";
import { boardNotFound } from "../errors.ts";
import { byId } from "../graphql/by-id.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadPage } from "../graphql/load-page.ts";
import { rowList } from "../graphql/row-list.ts";
import { anyOf, isOneOf } from "../graphql/sql.ts";
import { insist } from "../participants/insist.ts";
import { ownScope, ownSeatAtWorkshop } from "../participants/own-seats.ts";
import { findBoardActor } from "../people/board-access.ts";
import { type Board as BoardRow, BoardSchema } from "./board.entity.ts";
import type { Board, BoardOrigin } from "./board.graphql.ts";

const boards = new PlainRows(
  "boards-by-id",
  BoardSchema,
  (columns) => `select ${columns} from board where id = any (cast(? as uuid[]))`,
);
export const boardById = byId((em, ids) => boards.find(em, [idList(ids)]));

const boardsByProject = rowList("project boards", BoardSchema, "board", "project");
const boardsByWorkshop = rowList("workshop boards", BoardSchema, "board", "workshop");

export const loadBoard = async ({ loaders }: GraphQLContext, id: string): Promise<Board> => {
  const row = await loaders.of(boardById).load(id);
  if (!row) throw boardNotFound(id);
  return toBoard(row);
};

/** A board the viewer takes part in; throws BOARD_NOT_FOUND for any other. */
export const boardOfViewer = async ({ em, viewer }: GraphQLContext, id: string): Promise<Board> => {
  const { board, actor } = await findBoardActor(em, viewer, id);
  insist(can("board.read", { role: actor.role }));
  return toBoard(board);
};

/** The board that one was copied from; it stays unnamed to who does not sit at it. */
export const originOfBoard = async (
  context: GraphQLContext,
  { copiedFrom, copiedRevision = null }: BoardRow,
): Promise<BoardOrigin | null> => {
  if (!copiedFrom) return null;
  const row = await context.loaders.of(boardById).load(copiedFrom);
  const seat = row && (await ownSeatAtWorkshop(context, { id: row.workshop, project: row.project }));
  return { board: seat ? toBoard(row) : null, revision: copiedRevision };
};

/** The boards of a project that the viewer takes part in; those in use, or those in the archive. */
export const boardsOfProject = (
  context: GraphQLContext,
  projectId: string,
  page: PageArgs,
  archived: boolean,
): Promise<Page<Board>> => boardsIn(context, boardsByProject, projectId, page, archived);

/** The boards of a workshop that the viewer has come to by a way of their own; in use, or in the archive. */
export const boardsOfWorkshop = (
  context: GraphQLContext,
  workshopId: string,
  page: PageArgs,
  archived: boolean,
): Promise<Page<Board>> => boardsIn(context, boardsByWorkshop, workshopId, page, archived);

const boardsIn = async (
  context: GraphQLContext,
  list: typeof boardsByProject,
  parentId: string,
  page: PageArgs,
  archived: boolean,
): Promise<Page<Board>> => {
  const own = await ownScope(context);
  const visible = anyOf([isOneOf("project", own.projects), isOneOf("workshop", own.workshops)]);
  const toNode = (row: BoardRow) => toBoard(row);
  return loadPage(context, list, parentId, page, toNode, [visible, onShelf(archived)]);
};
