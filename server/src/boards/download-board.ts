import { boardKinds, can, swot } from "@tavolo/schema";
import { exportBoard, type ExportedBoard } from "../exports/export-board.ts";
import { invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { ExportBoardInput } from "./export.graphql.ts";

/** Makes a file of a board for whoever may read it; it holds all that anyone has seen as saved. */
export const downloadBoard = async (
  { em, engine, viewer, language: preferred }: GraphQLContext,
  { boardId, format, language, parts, collection }: ExportBoardInput,
): Promise<ExportedBoard> => {
  const { board, actor } = await findBoardActor(em, viewer, boardId);
  insist(can("board.export", { role: actor.role }));
  if (collection && !tablesOf(board.kind).includes(collection)) {
    throw invalidValue("collection", `Tables of this board hold ${tablesOf(board.kind).join(" or ")}.`);
  }
  await engine.caughtUp(boardId);
  return exportBoard({
    em,
    board,
    format,
    language: language ?? preferred ?? board.language,
    parts: parts ?? undefined,
    collection,
  });
};

/** What a table of a board can hold. A SWOT’s notes name their clusters. */
const tablesOf = (kind: string): readonly string[] =>
  kind === swot.kind ? ["notes"] : Object.keys(boardKinds.get(kind)?.collections ?? {});
