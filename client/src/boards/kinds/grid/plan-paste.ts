import type { BoardDefinition, CollectionDefinition, Field, LocalisedText } from "@tavolo/schema";
import Papa from "papaparse";
import { columnsOf } from "../kind-words.ts";
import { type CellFault, type CellSurroundings, parseCell } from "./parse-cell.ts";

/** As many rows as one paste brings: beyond this a person cannot look through what became of them. */
export const MOST_PASTED_ROWS = 1_000;

/** A cell that could not be taken, kept with what it says until somebody has corrected or dropped it. */
export interface BadCell {
  /** The place of its row among those pasted, from 1. */
  readonly line: number;
  /** The row that it belongs to; null where that is still to be added. */
  readonly row: string | null;
  /** The column it was meant for; null where the table has no further column. */
  readonly column: string | null;
  readonly text: string;
  readonly fault: CellFault | "NO_COLUMN";
}

/** What becomes of one pasted row. */
export interface PastedRow {
  readonly line: number;
  /** The row that is changed; null for one that is added. */
  readonly row: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly bad: readonly BadCell[];
}

interface PasteOptions {
  readonly text: string;
  readonly collection: CollectionDefinition;
  /** Names of the columns from where the paste begins to the last that is shown. */
  readonly columns: readonly string[];
  /** All columns of the table, for a paste whose first line names them. */
  readonly allColumns: readonly string[];
  /** Ids of the rows from where the paste begins, in the order shown. */
  readonly rows: readonly string[];
  readonly definition: BoardDefinition;
  readonly around: CellSurroundings;
}

/** The cells that a spreadsheet put on the clipboard; a cell of several lines stands in quotes. */
export function readCells(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ""), { delimiter: "\t" });
  return data;
}

/**
 * Says what a paste changes and adds, and names each cell that it cannot take. A first line that names the columns
 * decides which cell goes where; otherwise cells go to the right from where the paste begins.
 */
export function planPaste(options: PasteOptions): readonly PastedRow[] {
  const { collection, allColumns, around, rows } = options;
  const cells = readCells(options.text);
  const heading = headingOf(cells[0] ?? [], collection, allColumns);
  const columns = heading ?? options.columns;
  // Whoever pastes headings brings rows of their own.
  const targets = heading ? [] : rows;
  return cells.slice(heading ? 1 : 0, MOST_PASTED_ROWS + 1).map((texts, index) => {
    const line = index + 1;
    const row = targets[index] ?? null;
    const values: Record<string, unknown> = {};
    const bad: BadCell[] = [];
    for (const [place, text] of texts.entries()) {
      const column = columns[place] ?? null;
      if (text.trim() === "" && (row === null || column === null)) continue;
      const told =
        column === null ? ({ fault: "NO_COLUMN" } as const) : parse(column, text, collection, around);
      if (told.fault) bad.push({ line, row, column, text, fault: told.fault });
      else if (column !== null) values[column] = told.value;
    }
    return { line, row, values, bad };
  });
}

function parse(
  column: string,
  text: string,
  { fields, decided = {}, computed = {} }: CollectionDefinition,
  around: CellSurroundings,
): ReturnType<typeof parseCell> {
  if (Object.hasOwn(decided, column)) return { fault: "DECIDED" };
  if (Object.hasOwn(computed, column)) return { fault: "COMPUTED" };
  const declared: Field | undefined = fields[column];
  return declared ? parseCell(text, declared, around) : { fault: "NOT_PASTED" };
}

/** The columns that a first line names: all of its cells have to, by label or by the template’s id. */
function headingOf(
  texts: readonly string[],
  collection: CollectionDefinition,
  columns: readonly string[],
): (string | null)[] | null {
  const words = columnsOf(collection);
  const namedBy = (text: string): string | undefined => {
    const said = text.trim().toLowerCase();
    const label = (name: string): LocalisedText => words[name]?.label ?? {};
    return columns.find(
      (name) =>
        [name, words[name]?.column].some((code) => code?.toLowerCase() === said) ||
        Object.values(label(name)).some((one) => one?.toLowerCase() === said),
    );
  };
  const named = texts.map((text) => (text.trim() === "" ? null : namedBy(text)));
  const isHeading = named.some(Boolean) && named.every((name) => name !== undefined);
  return isHeading ? named.map((name) => name ?? null) : null;
}
