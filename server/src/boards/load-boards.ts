import { can } from "@tavolo/schema";
import { boardNotFound } from "../errors.ts";
import { byId } from "../graphql/by-id.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadPage } from "../graphql/load-page.ts";
import { rowList } from "../graphql/row-list.ts";
import { anyOf, isOneOf } from "../graphql/sql.ts";
import { insist } from "../participants/insist.ts";
import { ownScope } from "../participants/own-seats.ts";
import { findBoardActor } from "../people/board-access.ts";
import { BoardSchema } from "./board.entity.ts";
import { Board } from "./board.graphql.ts";

export const boardById = byId((em, ids) => em.find(BoardSchema, { id: { $in: ids } }));

const boardsByProject = rowList("project boards", BoardSchema, "board", "project");
const boardsByWorkshop = rowList("workshop boards", BoardSchema, "board", "workshop");

export const loadBoard = async ({ loaders }: GraphQLContext, id: string): Promise<Board> => {
  const row = await loaders.of(boardById).load(id);
  if (!row) throw boardNotFound(id);
  return new Board(row);
};

/** A board the viewer takes part in; throws BOARD_NOT_FOUND for any other. */
export const boardOfViewer = async ({ em, viewer }: GraphQLContext, id: string): Promise<Board> => {
  const { board, actor } = await findBoardActor(em, viewer, id);
  insist(can("board.read", { role: actor.role }));
  return new Board(board);
};

/** The boards of a project that the viewer takes part in. */
export const boardsOfProject = async (
  context: GraphQLContext,
  projectId: string,
  page: PageArgs,
): Promise<Page<Board>> => {
  const own = await ownScope(context);
  const visible = anyOf([isOneOf("project", own.projects), isOneOf("workshop", own.workshops)]);
  return loadPage(context, boardsByProject, projectId, page, (row) => new Board(row), [visible]);
};

/** The boards of a workshop that the viewer has come to by a way of their own. */
export const boardsOfWorkshop = async (
  context: GraphQLContext,
  workshopId: string,
  page: PageArgs,
): Promise<Page<Board>> => {
  const own = await ownScope(context);
  const visible = anyOf([isOneOf("project", own.projects), isOneOf("workshop", own.workshops)]);
  return loadPage(context, boardsByWorkshop, workshopId, page, (row) => new Board(row), [visible]);
};
