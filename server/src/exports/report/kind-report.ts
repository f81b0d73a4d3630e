import type { Structure } from "@tavolo/schema";
import type { BoardReport, ReportedAuthor, ReportedHead, ReportedRevision } from "./board-report.ts";

/**
 * What a board of any kind but the SWOT says, as its declaration tells it. `board` has the names and the enum values
 * of the types that the API derives from the same declaration; what stands beside it is what the API leaves to its
 * descriptions: how columns and values are called, the method’s own figures, what was cited.
 */
export interface KindReport {
  readonly board: ReportedKindBoard;
  readonly collections: readonly ReportedCollection[];
  readonly figures: readonly ReportedFigure[];
  /** Everything that is cited, each once, in the order of the standards. */
  readonly provisions: readonly ReportedProvision[];
  /** How many items stay on the board, since they are not for those whom a file can reach. */
  readonly withheld: number;
  readonly structure: Structure;
  /** Whether the board’s template is for named people only. */
  readonly restricted: boolean;
  /** What an item is called in a document, by its id: one part of it can point at another. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly export: ReportedRevision;
}

export type AnyReport = BoardReport | KindReport;

export const isKindReport = (report: AnyReport): report is KindReport => "collections" in report;

export interface ReportedKindBoard extends ReportedHead {
  readonly counts: { readonly items: number };
  readonly sections: readonly ReportedKindSection[];
  /** Pages of items, by the API’s name for each collection. */
  readonly [page: string]: unknown;
}

export interface ReportedKindSection {
  readonly sectionKey: string;
  readonly name: string;
  readonly guidingQuestions: readonly string[];
}

/** An item with its fields as the API tells them. */
export interface ReportedItem {
  readonly id: string;
  readonly sectionKey: string | null;
  readonly author: ReportedAuthor;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly revision: number;
  /** Fields whose small counts are not told, where the kind has such. */
  readonly suppressed?: readonly string[];
  readonly [field: string]: unknown;
}

export interface ReportedCollection {
  /** As the declaration calls it, and as the board’s field of the API is called. */
  readonly collection: string;
  readonly page: string;
  readonly one: string;
  readonly many: string;
  /** The field that says what an item is. */
  readonly title: string | null;
  readonly columns: readonly ReportedColumn[];
}

export interface ReportedColumn {
  /** The API’s name for it. */
  readonly field: string;
  /** The head of its column in a table: the template’s own id where it has one. */
  readonly column: string;
  readonly label: string;
  /** The kind of the field, by which its value is written. */
  readonly kind: string;
  readonly origin: "WRITTEN" | "DECIDED" | "COMPUTED";
  /** What values, steps or parts are called. */
  readonly valueNames: Readonly<Record<string, string>>;
  /** The field with the translations of this text. */
  readonly translations: string | null;
  /** The field with the unit of this number. */
  readonly unitField: string | null;
}

/** A table that follows from what stands on the board, by the rules of its method. */
export interface ReportedFigure {
  readonly id: string;
  readonly title: string;
  /** How to read it. */
  readonly note: string | null;
  readonly columns: readonly ReportedFigureColumn[];
  readonly rows: readonly (readonly ReportedFigureCell[])[];
}

export interface ReportedFigureColumn {
  readonly id: string;
  /** Empty where the column stands for an item. */
  readonly label: string;
  /** `items` are ids of items; a share is 0–1; an amount is of money, in the major unit. */
  readonly holds: "text" | "number" | "amount" | "share" | "items";
  readonly item?: string;
}

export type ReportedFigureCell = string | number | null | readonly string[];

export interface ReportedProvision {
  readonly id: string;
  readonly citation: string;
  readonly title: string;
  /** How sure the title is, in the language it is given in. */
  readonly certainty: string | null;
  readonly framework: string;
}

/** The items of a collection. */
export const itemsIn = ({ board }: KindReport, { page }: ReportedCollection): readonly ReportedItem[] => {
  const { nodes } = board[page] as { nodes: readonly ReportedItem[] };
  return nodes;
};
