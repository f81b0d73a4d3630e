export type Display = "NAMED" | "GROUP" | "ANONYMOUS";

const mostOpenFirst: readonly Display[] = ["NAMED", "GROUP", "ANONYMOUS"];

/** The most that any of the boards will show of a writer: what a person agrees to before taking a seat. */
export const mostOpenDisplay = (boards: readonly { display: Display }[]): Display | null =>
  mostOpenFirst.find((display) => boards.some((board) => board.display === display)) ?? null;
