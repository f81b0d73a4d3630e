import { boardCondition, can, type Role } from "@tavolo/schema";
import { boardFrozen, forbidden, inArchive, type TavoloError } from "../../errors.ts";
import type { QueueEntry } from "../rooms/queue-entry.ts";
import { isItemDecision } from "../decisions/item-decision.ts";
import type { Decision } from "./decision.ts";
import type { LockedBoard } from "./lock-boards.ts";

/** Why an entry may not be written by a role on a board that stands so; null when it may. */
export function refuseEntry(
  entry: QueueEntry,
  role: Role,
  { state, stateReason, archived }: Pick<LockedBoard, "state" | "stateReason" | "archived">,
): TavoloError | null {
  const boardState = boardCondition(state, archived);
  if (entry.type === "edit") {
    // Item by item the gate has decided; here only what may have changed since: the board’s state, the role.
    const answer = can("note.edit", {
      role,
      boardState,
      editing: "everyone",
      owns: true,
    });
    if (answer.allowed) return null;
    if (answer.code === "ARCHIVED") return inArchive();
    return answer.code === "BOARD_FROZEN" ? boardFrozen(stateReason) : forbidden();
  }
  const answer = can(actionOf(entry.decision), { role, boardState, archived });
  if (answer.allowed) return null;
  if (answer.code === "BOARD_FROZEN" && isItemDecision(entry.decision)) return boardFrozen(stateReason);
  return answer.code === "ARCHIVED" ? inArchive() : forbidden();
}

function actionOf(decision: Decision) {
  if (decision.type === "archive") return "board.archive";
  if (decision.type === "voice") return "item.voice";
  if (decision.type === "step") return "item.step";
  if (decision.type === "value") return "item.decide";
  if (decision.type === "policy") return "board.update";
  return decision.state === "frozen" ? "board.freeze" : "board.reopen";
}
