import { LANGUAGE_CODES, type LanguageCode } from "./languages.ts";

/** A text in one or more languages. */
export type LocalisedText = Readonly<Partial<Record<LanguageCode, string>>>;

/** The text in the first of the wanted languages it exists in, else in English, else in any; else ''. */
export function inLanguage(text: LocalisedText, ...wanted: readonly LanguageCode[]): string {
  for (const code of [...wanted, ...LANGUAGE_CODES]) {
    const found = text[code];
    if (found !== undefined) return found;
  }
  return "";
}
