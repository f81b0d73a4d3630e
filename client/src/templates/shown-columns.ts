import { type BoardDefinition, type FieldWords, inLanguage, isLanguageCode } from "@tavolo/schema";

/** What says where an item stands and in which language: no column of any template. */
const APART = new Set(["rank", "removed", "section", "language", "position", "colour", "translations"]);

/** A column of a collection, as far as a template can word it. */
export interface Column {
  readonly collection: string;
  readonly field: string;
  readonly words: Partial<FieldWords>;
  /** Whether it can be left out. */
  readonly optional: boolean;
}

/** The columns of a board’s items, in the order of the declaration. */
export function columnsOf({ collections }: BoardDefinition): Column[] {
  return Object.entries(collections).flatMap(([collection, { fields, decided = {}, computed = {}, title }]) =>
    Object.entries<Partial<FieldWords>>({ ...fields, ...decided, ...computed })
      .filter(
        ([field, { label }]) => label !== undefined && !APART.has(field) && !field.endsWith("Translations"),
      )
      .map(([field, words]) => ({
        collection,
        field,
        words,
        optional: !words.toFill && field !== title,
      })),
  );
}

/** The labels of the columns that a board shows. */
export function shownColumns(definition: BoardDefinition, language: string): string[] {
  const reader = isLanguageCode(language) ? language : "en";
  return columnsOf(definition).flatMap(({ words: { label, hidden } }) =>
    label && !hidden ? [inLanguage(label, reader)] : [],
  );
}
