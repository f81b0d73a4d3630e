/** What is cut off a longer word: nobody looks for it by its end. Far below what a `tsvector` holds of one word. */
const LONGEST_WORD = 48;

/** Letters of European alphabets that Unicode does not take apart into a letter and its accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  đ: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ø: "o",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
  ς: "σ",
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/** A text as it is searched, in whatever European language: without accents and case. Folding twice changes nothing. */
export function foldText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text, folded, each once, in the order in which they first come; punctuation separates. */
export function wordsOf(text: string): string[] {
  const found = foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...new Set(found.map(cut))];
}

const cut = (word: string): string =>
  word.length <= LONGEST_WORD ? word : Array.from(word).slice(0, LONGEST_WORD).join("");
