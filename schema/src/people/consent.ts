import type { BoardDisplay } from "./display.ts";

/**
 * The version of the sentences that a person reads before taking a seat. Raise it whenever their meaning changes:
 * with each seat is kept which version its holder read.
 */
export const CONSENT_VERSION = 2;

const MOST_OPEN_FIRST: readonly BoardDisplay[] = ["named", "group", "anonymous"];

/** The most that any of the boards shows of a writer: what a person agrees to. Null where there is no board yet. */
export function mostOpenDisplay(displays: readonly BoardDisplay[]): BoardDisplay | null {
  return MOST_OPEN_FIRST.find((display) => displays.includes(display)) ?? null;
}
