import { can } from "@tavolo/schema";
import { exportBoard, type ExportedBoard } from "../exports/export-board.ts";
import { isReported } from "../exports/report/build-report.ts";
import { exportNotAvailable } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { ExportBoardInput } from "./export.graphql.ts";

/** Makes a file of a board for whoever may read it; it holds all that anyone has seen as saved. */
export const downloadBoard = async (
  { em, engine, viewer, language: preferred }: GraphQLContext,
  { boardId, format, language, parts }: ExportBoardInput,
): Promise<ExportedBoard> => {
  const { board, actor } = await findBoardActor(em, viewer, boardId);
  insist(can("board.export", { role: actor.role }));
  if (!isReported(board.kind)) throw exportNotAvailable(board.kind);
  await engine.caughtUp(boardId);
  return exportBoard({
    em,
    board,
    format,
    language: language ?? preferred ?? board.language,
    parts: parts ?? undefined,
  });
};
