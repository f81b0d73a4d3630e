import type { BoardDefinition } from "@tavolo/schema";

/** `monitoring_tool` as `MonitoringTool`, “budget line” as `BudgetLine`. */
export const pascal = (words: string): string =>
  words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join("");

/** The type of a kind’s boards: `PestelBoard`. */
export const boardTypeName = (kind: string): string => `${pascal(kind).replace(/Board$/, "")}Board`;

/** The type of a collection’s items: the kind and what one of them is called, as `PestelFactor`. */
export const itemTypeName = ({ kind, collections }: BoardDefinition, collection: string): string =>
  `${pascal(kind)}${pascal(collections[collection]?.names.one.en ?? collection)}`;

/** What several of them are called in the names of mutations: `PestelFactors`. */
export const itemTypePlural = (board: BoardDefinition, collection: string): string => {
  const plural = `${pascal(board.kind)}${pascal(board.collections[collection]?.names.many.en ?? collection)}`;
  if (plural === itemTypeName(board, collection))
    throw new Error(`${plural}: one and many of the ${collection} need different names.`);
  return plural;
};

/** A code as the value of an enum: `FRA-F` as `FRA_F`. */
export const enumValueName = (code: string): string => {
  const name = code.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
  return /^\d/.test(name) ? `_${name}` : name;
};

/** A label as the sentence that a description is. */
export const sentence = (label: string, hint?: string): string => {
  const said = hint === undefined ? label : `${label}: ${hint}`;
  if (/[.…]$/.test(said)) return said;
  return /[?!:]$/.test(said) ? `“${said}”.` : `${said}.`;
};

/** Names that every board has for the SWOT’s collections. */
const ON_EVERY_BOARD: readonly string[] = ["notes", "clusters"];

/** The field of a board that pages through a collection: as the collection is called, or `focusGroupNotes`. */
export const pageName = (kind: string, collection: string): string =>
  ON_EVERY_BOARD.includes(collection)
    ? `${kind.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}${pascal(collection)}`
    : collection;
