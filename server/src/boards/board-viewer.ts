import { can } from "@tavolo/schema";
import { boardNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import type { Board as BoardRow } from "./board.entity.ts";
import type { BoardViewer } from "./board.graphql.ts";

/** What the viewer may do on a board. */
export const boardViewer = async (context: GraphQLContext, board: BoardRow): Promise<BoardViewer> => {
  const seat = await ownSeatAtWorkshop(context, { id: board.workshop, project: board.project });
  if (!seat) throw boardNotFound(board.id);
  const { id: participantId, role } = seat;
  const circumstances = { role, boardState: board.state };
  const writing = can("note.add", circumstances);
  return {
    participantId,
    role,
    canWrite: writing.allowed,
    readOnlyReason: writing.allowed ? null : writing.code === "BOARD_FROZEN" ? "FROZEN" : "OBSERVER",
    canUpdate: can("board.update", circumstances).allowed,
    canFreeze: can("board.freeze", circumstances).allowed,
    canReopen: board.state === "frozen" && can("board.reopen", circumstances).allowed,
  };
};
