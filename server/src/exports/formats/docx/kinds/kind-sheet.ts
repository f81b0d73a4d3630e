import type {
  KindReport,
  ReportedCollection,
  ReportedColumn,
  ReportedItem,
} from "../../../report/kind-report.ts";
import type { ReportedTranslation } from "../../../report/board-report.ts";
import { type HeadSheet, sayingIn } from "../sheet.ts";
import { type Wording, wordingIn } from "../wording.ts";
import { type KindWords, kindWordsIn } from "./kind-words.ts";

/** What every part of a document of any kind is written from. */
export interface KindSheet extends HeadSheet {
  readonly report: KindReport;
  readonly say: KindWords;
  /** What an item is called in the document: S1, SO2, 3. */
  numberOf(id: string): string;
  /** The numbers of items that are in the document, between commas. */
  numbersOf(ids: readonly string[]): string;
  decimal(number: number): string;
  share(number: number): string;
  /** Money in the major unit; without its currency where that stands beside it. */
  amount(amount: number, currency?: string): string;
}

const MOST_DECIMALS = 4;

export const kindSheetOf = (report: KindReport): KindSheet => {
  const { words, say } = kindWordsIn(report.export.language);
  const numbers = new Intl.NumberFormat(words.locale, { maximumFractionDigits: MOST_DECIMALS });
  const shares = new Intl.NumberFormat(words.locale, { style: "percent", maximumFractionDigits: 1 });
  const numberOf = (id: string) => report.numbers[id] ?? "";
  return {
    report,
    words,
    say,
    ...sayingIn(words),
    numberOf,
    numbersOf: (ids) =>
      ids
        .map(numberOf)
        .filter((number) => number !== "")
        .join(", "),
    decimal: (number) => numbers.format(number),
    share: (number) => shares.format(number),
    amount: (amount, currency) =>
      new Intl.NumberFormat(words.locale, {
        ...(currency === undefined ? {} : { style: "currency", currency }),
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }).format(amount),
  };
};

/** A text of an item in the words that the document shows. */
export const wordingOf = (
  sheet: KindSheet,
  item: ReportedItem,
  { field, translations }: ReportedColumn,
): Wording =>
  wordingIn(sheet.report.export.language, typeof item[field] === "string" ? item[field] : "", {
    language: languageOf(sheet, item),
    translations: translations === null ? [] : ((item[translations] as readonly ReportedTranslation[]) ?? []),
  });

export const languageOf = ({ report }: KindSheet, item: ReportedItem): string =>
  (item["language"] as string | undefined) ?? report.board.language;

/** What says what an item is; kinds without such a text have an item’s first column. */
export const titleColumn = ({ title, columns }: ReportedCollection): ReportedColumn | undefined =>
  columns.find(({ field }) => field === title);

/** Kinds of fields that say where something is drawn, and nothing that can be read. */
const DRAWN: readonly string[] = ["position", "size", "points", "colour", "anchor", "section"];

/** The columns that a document shows, but for the title. */
export const readColumns = (collection: ReportedCollection): ReportedColumn[] =>
  collection.columns.filter(({ kind, field }) => !DRAWN.includes(kind) && field !== collection.title);
