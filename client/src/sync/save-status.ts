import type { ReadOnlyReason } from "@tavolo/schema";

/** Where that lies which the server has not committed: on the device, still on its way there, or in this window alone. */
export type Place = "device" | "underway" | "window";

/** What the one small place in the app bar says. */
export type SaveStatus =
  | { readonly kind: "connecting" }
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  /** Connected, but the server has owed an answer for too long. */
  | { readonly kind: "unsaved"; readonly changes: number; readonly place: Place }
  | { readonly kind: "offline"; readonly changes: number; readonly place: Place }
  | { readonly kind: "readOnly"; readonly reason: ReadOnlyReason }
  | { readonly kind: "refused"; readonly code: string };

/** Everything the status follows from. */
export interface SaveFacts {
  readonly refusedCode: string | null;
  /** The server let this socket in (its welcome has arrived). */
  readonly welcomed: boolean;
  /** A connection stood, or was tried and failed, at least once. */
  readonly tried: boolean;
  readonly settled: boolean;
  /** Acknowledgements have been missing for longer than `PATIENCE_MS`. */
  readonly overdue: boolean;
  /** Items changed on this device, in any window, that the server has not committed and that the device keeps. */
  readonly kept: number;
  /** An own change of this window is on its way to the device; it may touch items that are counted as kept already. */
  readonly keeping: boolean;
  /** Items changed in this window that are in its memory alone, since the device takes nothing. */
  readonly unkept: number;
  readonly readOnlyReason: ReadOnlyReason | null;
}

/** How long an acknowledgement may take before the screen says "not saved": people look up after two seconds. */
export const PATIENCE_MS = 1_500;

/** Says the truth in one word; "saved" only when every sync frame of this socket was acknowledged. */
export function saveStatus(facts: SaveFacts): SaveStatus {
  if (facts.refusedCode !== null) return { kind: "refused", code: facts.refusedCode };
  const unsent = facts.kept + facts.unkept;
  const place = placeOf(facts);
  if (!facts.welcomed) {
    return facts.tried ? { kind: "offline", changes: unsent, place } : { kind: "connecting" };
  }
  // Work of this person that another window made counts as well: "saved" is said of all of it or not at all.
  if (!facts.settled || unsent > 0) {
    if (facts.overdue) return { kind: "unsaved", changes: unsent, place };
    // A reader’s own step 2 carries nothing of theirs: no word about saving is due.
    if (unsent > 0 || facts.readOnlyReason === null) return { kind: "saving" };
  }
  if (facts.readOnlyReason !== null) return { kind: "readOnly", reason: facts.readOnlyReason };
  return { kind: "saved" };
}

function placeOf({ unkept, keeping }: SaveFacts): Place {
  if (unkept > 0) return "window";
  return keeping ? "underway" : "device";
}
