import type { AnyItem } from "@tavolo/schema";
import { holdsWords } from "../holds-words.ts";

/** How a grid is put in order; null is the board’s own order. */
export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows under one heading; a key of null where nothing is grouped. */
export interface GridGroup {
  readonly key: string | null;
  readonly label: string;
  readonly ids: readonly string[];
}

interface RowsOptions {
  readonly items: readonly AnyItem[];
  readonly sort: GridSort | null;
  /** What a cell says, for words that are looked for. */
  readonly textOf: (item: AnyItem, column: string) => string;
  /** What a cell is put in order by; null for what its text alone puts in order. */
  readonly keyOf: (item: AnyItem, column: string) => number | string | null;
  readonly columns: readonly string[];
  /** Words that a row has to hold, all of them. */
  readonly words: string;
  /** Filters by column: the texts of which one has to stand in it. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  readonly groupOf: (item: AnyItem) => { readonly key: string; readonly label: string } | null;
  /** Headings that are shown though nothing stands under them, in their order. */
  readonly headings: readonly { readonly key: string; readonly label: string }[];
  readonly compare: (a: string, b: string) => number;
}

/** The rows that are shown, under their headings and in their order. */
export function gridGroups(options: RowsOptions): GridGroup[] {
  const { groupOf, headings } = options;
  const shown = options.items.filter((item) => isShown(item, options));
  const sorted = options.sort ? inOrder(shown, options.sort, options) : shown;
  const groups = new Map<string | null, { label: string; ids: string[] }>(
    headings.map(({ key, label }) => [key, { label, ids: [] }]),
  );
  for (const item of sorted) {
    const group = groupOf(item);
    const key = group?.key ?? null;
    const found = groups.get(key) ?? { label: group?.label ?? "", ids: [] };
    found.ids.push(item.id);
    groups.set(key, found);
  }
  return [...groups].map(([key, { label, ids }]) => ({ key, label, ids }));
}

function isShown(item: AnyItem, { columns, textOf, words, only }: RowsOptions): boolean {
  const matches = Object.entries(only).every(
    ([column, texts]) => texts.length === 0 || texts.includes(textOf(item, column)),
  );
  return matches && holdsWords(columns.map((column) => textOf(item, column)).join(" "), words);
}

/** What says nothing comes last, whichever way the rest goes. */
function inOrder(
  items: readonly AnyItem[],
  { column, descending }: GridSort,
  options: RowsOptions,
): AnyItem[] {
  const { textOf, keyOf, compare } = options;
  const way = descending ? -1 : 1;
  return items.toSorted((a, b) => {
    const [textA, textB] = [textOf(a, column), textOf(b, column)];
    if (textA === "" || textB === "") return Number(textA === "") - Number(textB === "");
    const [keyA, keyB] = [keyOf(a, column), keyOf(b, column)];
    if (typeof keyA === "number" && typeof keyB === "number") return way * (keyA - keyB);
    return way * compare(textA, textB);
  });
}
