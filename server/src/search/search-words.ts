/** More words than these are a paste, not a search. */
export const MOST_WORDS = 12;

/**
 * What somebody typed as a text-search query: every word, each as the beginning of one, since people stop typing
 * when they see what they look for; without accents and case, as the words are stored. Null for no word at all.
 */
export const searchWords = (typed: string): string | null => {
  const words = typed
    .toWellFormed()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words
    ? words
        .slice(0, MOST_WORDS)
        .map((word) => `${word}:*`)
        .join(" & ")
    : null;
};
