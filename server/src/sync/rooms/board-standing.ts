import type { BoardDisplay, BoardEditing, BoardState } from "@tavolo/schema";

/** What a group has decided about a board, as its room knows it. */
export interface BoardStanding {
  state: BoardState;
  stateReason: string | null;
  /** Whether it lies in the archive, by itself or with its workshop or project. */
  archived: boolean;
  editing: BoardEditing;
  display: BoardDisplay;
}
