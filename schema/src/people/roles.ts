/** What a person may do in a workshop, strongest first; see `policy.ts`. */
export const ROLES = ["moderator", "contributor", "observer"] as const;
export type Role = (typeof ROLES)[number];

/** Whether everyone may change every item of a board, or contributors only their own. */
export const EDITING_POLICIES = ["everyone", "own"] as const;
export type BoardEditing = (typeof EDITING_POLICIES)[number];

/** Whether a board is being worked on or has been frozen as a result. */
export const BOARD_STATES = ["open", "frozen"] as const;
export type BoardState = (typeof BOARD_STATES)[number];
