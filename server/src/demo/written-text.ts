import type { LanguageCode } from "@tavolo/schema";

/** A text in the language it was written in, and its translations by people. */
export interface WrittenText {
  readonly text: string;
  readonly language: LanguageCode;
  readonly translations: Partial<Record<LanguageCode, { text: string; status: "human" }>>;
}

export const written = (texts: Readonly<Record<string, string>>, language: LanguageCode): WrittenText => {
  const others = Object.entries(texts).filter(([code]) => code !== language);
  return {
    text: texts[language] ?? "",
    language,
    translations: Object.fromEntries(others.map(([code, text]) => [code, { text, status: "human" }])),
  };
};
