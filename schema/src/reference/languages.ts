import data from "./data/languages.json" with { type: "json" };

/** Languages that content can be written in: those of the partner cities, English as the working language first. */
export const LANGUAGE_CODES = [
  "en",
  "it",
  "es",
  "ca",
  "pt",
  "pl",
  "fr",
  "nl",
  "hu",
  "sl",
  "ro",
  "sv",
  "de",
] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** A language with what an interface needs of it; `endonym` is its name in itself. */
export interface Language {
  readonly code: LanguageCode;
  readonly locale: string;
  readonly endonym: string;
  /** The four SWOT words; known, not yet checked by native speakers. */
  readonly swot: Readonly<Record<"S" | "W" | "O" | "T", string>>;
}

export const LANGUAGES: readonly Language[] = data.languages.flatMap(({ code, locale, endonym, swot }) =>
  isLanguageCode(code) ? [{ code, locale, endonym, swot }] : [],
);

export function isLanguageCode(value: unknown): value is LanguageCode {
  return LANGUAGE_CODES.some((code) => code === value);
}
