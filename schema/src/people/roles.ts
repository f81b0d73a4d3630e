/** What a person may do in a workshop, strongest first; see `policy.ts`. */
export const ROLES = ["moderator", "contributor", "observer"] as const;
export type Role = (typeof ROLES)[number];

/** Whether everyone may change every item of a board, or contributors only their own. */
export const EDITING_POLICIES = ["everyone", "own"] as const;
export type BoardEditing = (typeof EDITING_POLICIES)[number];

/** Whether a board is being worked on or has been frozen as a result. */
export const BOARD_STATES = ["open", "frozen"] as const;
export type BoardState = (typeof BOARD_STATES)[number];

/** What can be done on a board: its state, unless it lies in the archive, where nothing changes. */
export const BOARD_CONDITIONS = [...BOARD_STATES, "archived"] as const;
export type BoardCondition = (typeof BOARD_CONDITIONS)[number];

/** How a board’s state and the archive come together. */
export const boardCondition = (state: BoardState, archived: boolean): BoardCondition =>
  archived ? "archived" : state;
