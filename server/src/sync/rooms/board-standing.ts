import type { BoardDisplay, BoardEditing, BoardState } from "@tavolo/schema";

/** What a group has decided about a board, as its room knows it. */
export interface BoardStanding {
  state: BoardState;
  stateReason: string | null;
  editing: BoardEditing;
  display: BoardDisplay;
}
