import { isFor, type Sensitivity } from "../sensitivity.ts";
import type { FocusGroupNote } from "./board.ts";

type Note = Pick<
  FocusGroupNote,
  "note" | "quote" | "consent" | "theme" | "section" | "sensitivity" | "removed"
>;

/** A note as it leaves the board: without its speaker, whose code would join what one person said. */
export interface LeavingNote {
  readonly section: string;
  readonly note: string;
  /** Somebody's own words, only where they agreed to being quoted. */
  readonly quote: string | null;
  readonly theme: readonly string[];
}

/**
 * What of the notes may be read by a circle: each note up to its class, what nobody has classed for nobody, a quote
 * only with consent. What is of a special category leaves in no form.
 */
export function leaving(notes: readonly Note[], circle: Exclude<Sensitivity, "SPECIAL">): LeavingNote[] {
  return notes
    .filter(({ removed, sensitivity }) => !removed && isFor(circle, sensitivity))
    .map(({ section, note, quote, consent, theme }) => ({
      section,
      note,
      quote: consent && quote.trim() !== "" ? quote : null,
      theme,
    }));
}

/** The notes that do not belong on a shared board at all and have to be taken elsewhere. */
export function misplaced<N extends Note>(notes: readonly N[]): N[] {
  return notes.filter(({ removed, sensitivity }) => !removed && sensitivity === "SPECIAL");
}

const SPEAKER_CODE = /^P\d{1,3}$/;

/** Whether a speaker is given by a code, P1, P2 …, or not at all; anything else could be a name. */
export function isSpeakerCode(speaker: string): boolean {
  return speaker === "" || SPEAKER_CODE.test(speaker);
}

/** How often each theme came up, the most frequent first; themes are the same whatever their capitals. */
export function themes(notes: readonly Note[]): { readonly theme: string; readonly notes: number }[] {
  const counts = new Map<string, { theme: string; notes: number }>();
  for (const { theme: given, removed } of notes) {
    if (removed) continue;
    for (const theme of given) {
      const key = theme.toLocaleLowerCase("it");
      const known = counts.get(key) ?? { theme, notes: 0 };
      counts.set(key, { ...known, notes: known.notes + 1 });
    }
  }
  return [...counts.values()].toSorted((a, b) => b.notes - a.notes);
}
