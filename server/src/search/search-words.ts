import { wordsOf } from "@tavolo/schema";

/** A sentence; what is longer is a mistake. */
export const LONGEST_SEARCH = 200;

/** More words than these are a paste, not a search. */
export const MOST_WORDS = 12;

/** What a word needs to be looked for as the beginning of one: a single letter begins a tenth of all words. */
const SHORTEST_BEGINNING = 2;

/**
 * What somebody typed as a text-search query: every word, each as the beginning of one, since people stop typing
 * when they see what they look for; folded, as the words are stored. A single letter counts only where there is
 * nothing else, and then as a whole word. Null for no word at all.
 */
export const searchWords = (typed: string): string | null => {
  const words = wordsOf(typed);
  const beginnings = words.filter(isBeginning);
  const wanted = beginnings.length > 0 ? beginnings.map((word) => `${word}:*`) : words;
  return wanted.length > 0 ? wanted.slice(0, MOST_WORDS).join(" & ") : null;
};

/** Whether a text has a word that is long enough to be looked for by its beginning. */
export const hasBeginning = (typed: string): boolean => wordsOf(typed).some(isBeginning);

const isBeginning = (word: string): boolean => Array.from(word).length >= SHORTEST_BEGINNING;
