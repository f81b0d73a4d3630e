import { LANGUAGES } from "@tavolo/schema";
import type { BoardReport, ReportedHead, ReportedRevision } from "../../report/board-report.ts";
import { type NumberedSection, numberNotes } from "./numbered-notes.ts";
import { type DocumentWords, wordsIn } from "./words.ts";

/** What the parts that every board has are written from. */
export interface HeadSheet {
  readonly report: { readonly board: ReportedHead; readonly export: ReportedRevision };
  readonly words: DocumentWords;
  /** A language by its name in the document’s: "Italian". */
  languageName(code: string): string;
  /** A day or a moment as the document’s readers write it. */
  day(moment: string): string;
}

/** What every part of a SWOT’s document is written from. */
export interface Sheet extends HeadSheet {
  readonly report: BoardReport;
  readonly sections: readonly NumberedSection[];
}

export const sheetOf = (report: BoardReport): Sheet => {
  const words = wordsIn(report.export.language);
  return { report, words, sections: numberNotes(report), ...sayingIn(words) };
};

/** How a document names languages and days. */
export const sayingIn = (words: DocumentWords): Pick<HeadSheet, "languageName" | "day"> => {
  const names = new Intl.DisplayNames(words.locale, { type: "language" });
  // Moments are those of the server’s clock in UTC: the same document wherever it is made.
  const days = new Intl.DateTimeFormat(words.locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return {
    languageName: (code) => names.of(code.toLowerCase()) ?? code,
    day: (moment) => days.format(new Date(moment)),
  };
};

const locales = new Map(LANGUAGES.map(({ code, locale }) => [code.toUpperCase(), locale]));

/** A language of the API as Word marks text with it: `IT` is `it-IT`. */
export const localeOf = (code: string): string => locales.get(code) ?? code.toLowerCase();
