import type { ArchivedWith } from "../../boards/board.entity.ts";
import type { BoardDisplay, BoardEditing, BoardState } from "@tavolo/schema";
import type { ItemDecision } from "../decisions/item-decision.ts";

/** What a group decides about a board or an item on it: a transaction in the same queue as its edits, never part of the document. */
export type Decision =
  | { type: "state"; state: BoardState; reason: string }
  | { type: "archive"; archived: boolean; archivedWith: ArchivedWith | null }
  | { type: "policy"; editing?: BoardEditing; display?: BoardDisplay }
  | ItemDecision;
