import { can, type ReadOnlyReason, type RefusalCode } from "@tavolo/schema";
import { conditionOf, isArchived } from "../archive/archived.ts";
import { boardNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import { roleWithin } from "../people/viewer.ts";
import type { Board as BoardRow } from "./board.entity.ts";
import type { BoardViewer } from "./board.graphql.ts";

/** What the viewer may do on a board. */
export const boardViewer = async (context: GraphQLContext, board: BoardRow): Promise<BoardViewer> => {
  const seat = await ownSeatAtWorkshop(context, { id: board.workshop, project: board.project });
  if (!seat) throw boardNotFound(board.id);
  const participantId = seat.id;
  const role = roleWithin(context.viewer, seat.role);
  const archived = isArchived(board);
  const circumstances = { role, archived, boardState: conditionOf(board) };
  const writing = can("note.add", circumstances);
  return {
    participantId,
    role,
    canWrite: writing.allowed,
    readOnlyReason: writing.allowed ? null : reasons[writing.code],
    canUpdate: can("board.update", circumstances).allowed,
    canFreeze: can("board.freeze", circumstances).allowed,
    canArchive: can("board.archive", circumstances).allowed,
    canMove: can("board.move", circumstances).allowed,
    canDuplicate: can("board.duplicate", circumstances).allowed,
    canReopen: board.state === "frozen" && can("board.reopen", circumstances).allowed,
  };
};

const reasons = {
  ARCHIVED: "ARCHIVED",
  BOARD_FROZEN: "FROZEN",
  FORBIDDEN: "OBSERVER",
  NOT_OWNER: "OBSERVER",
} as const satisfies Record<RefusalCode, ReadOnlyReason>;
