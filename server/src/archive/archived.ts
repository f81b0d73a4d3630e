import { type BoardCondition, boardCondition } from "@tavolo/schema";
import type { Board } from "../boards/board.entity.ts";

/** Whether a project, workshop or board lies in the archive. */
export const isArchived = ({ archivedAt }: { archivedAt?: Date | null }): boolean => Boolean(archivedAt);

/** What can be done on a board, as the policy table asks. */
export const conditionOf = (board: Pick<Board, "state" | "archivedAt">): BoardCondition =>
  boardCondition(board.state, isArchived(board));
