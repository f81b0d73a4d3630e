const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Whether a text holds all of some words, whatever their case and accents. */
export function holdsWords(said: string, words: string): boolean {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const text = plain(said);
  return wanted.every((word) => text.includes(word));
}
