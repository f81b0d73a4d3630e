import type { ReportedText, ReportedTranslation } from "../../report/board-report.ts";

interface Written {
  readonly language: string;
  readonly translations: readonly ReportedTranslation[];
}

/** What a document shows of a text, in which language, and what it leaves to its annex. */
export interface Wording extends ReportedText {
  /** Null for the words as they were written. */
  readonly status: string | null;
  readonly others: readonly (ReportedText & { readonly status: string | null })[];
}

/** The words in the document’s language where there are some, else as they were written; each wording once. */
export const wordingIn = (
  language: string,
  text: string,
  { language: own, translations }: Written,
): Wording => {
  const wanted = language.toUpperCase();
  const original = { language: own, text, status: null };
  const translation = own === wanted ? undefined : translations.find((one) => one.language === wanted);
  const shown = translation ?? original;
  return { ...shown, others: [original, ...translations].filter((one) => one !== shown) };
};
