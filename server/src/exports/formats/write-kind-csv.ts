import { stringify } from "csv-stringify/sync";
import { itemsIn, type KindReport, type ReportedColumn, type ReportedItem } from "../report/kind-report.ts";
import { decimalOf } from "../report/money-text.ts";
import { neutraliseFormula } from "./neutralise-formula.ts";

/** Between the values of a cell that holds several; who needs them apart whatever they contain takes the JSON. */
const BETWEEN = "; ";

type Cell = string | number | null;
/** `language` is the file’s, where the item was written in another. */
type Reading = (value: never, column: ReportedColumn, item: ReportedItem, language: string | null) => Cell;
/** A head’s ending, and what stands under it. */
type Expanded = readonly (readonly [ending: string, read: Reading])[];

const joined = (values: readonly string[]): string => values.join(BETWEEN);
const nameOf = ({ valueNames }: ReportedColumn, value: string | number): string => valueNames[value] ?? "";

const asItIs: Reading = (value: Cell) => value;
const named: Expanded = [
  ["", asItIs],
  ["_name", (value: string | number, column) => nameOf(column, value)],
];
const place: Expanded = [
  ["_x", ({ x }: { x: number }) => x],
  ["_y", ({ y }: { y: number }) => y],
];

/** Kinds of fields that take more than one plain cell. */
const expanding: Readonly<Record<string, Expanded>> = {
  section: named,
  choice: named,
  colour: named,
  option: named,
  code: named,
  choices: [
    ["", (values: readonly string[]) => joined(values)],
    ["_name", (values: readonly string[], column) => joined(values.map((value) => nameOf(column, value)))],
  ],
  mark: [["", (value: boolean) => String(value)]],
  money: [
    ["", ({ minor }: { minor: number }) => decimalOf(minor)],
    ["_currency", ({ currency }: { currency: string }) => currency],
  ],
  urls: [["", joined]],
  tags: [["", joined]],
  references: [["", joined]],
  organisation: [
    ["", ({ name }: { name: string }) => name],
    ["_id", ({ id }: { id: string | null }) => id],
  ],
  organisations: [["", (all: readonly { name: string }[]) => joined(all.map(({ name }) => name))]],
  provision: [
    ["", ({ id }: { id: string }) => id],
    ["_name", ({ title }: { title: string }) => title],
  ],
  provisions: [
    ["", (all: readonly { id: string }[]) => joined(all.map(({ id }) => id))],
    ["_name", (all: readonly { title: string }[]) => joined(all.map(({ title }) => title))],
  ],
  links: [
    ["", (all: readonly { text: string }[]) => joined(all.map(({ text }) => text))],
    [
      "_address",
      (all: readonly { kind: string; board: string; collection: string; item: string }[]) =>
        joined(all.map(({ kind, board, collection, item }) => `${kind}:${board}/${collection}/${item}`)),
    ],
  ],
  scores: [
    [
      "",
      (all: readonly { against: string; group: string; score: number }[]) =>
        joined(all.map(({ against, group, score }) => `${against}/${group}=${score}`)),
    ],
  ],
  itemRef: [
    ["", ({ id }: { id: string }) => id],
    [
      "_name",
      ({ id: _id, ...title }: { id: string } & Record<string, string>) => joined(Object.values(title)),
    ],
  ],
  position: place,
  size: [
    ["_width", ({ width }: { width: number }) => width],
    ["_height", ({ height }: { height: number }) => height],
  ],
  points: [["", (all: readonly number[]) => all.join(" ")]],
  anchor: [["", (value: object) => JSON.stringify(value)]],
};

const expand = (column: ReportedColumn): Expanded => {
  const { kind, valueNames, translations } = column;
  if (kind === "rating" && Object.keys(valueNames).length > 0) return named;
  if (kind === "breakdown") {
    return Object.keys(valueNames).map((part) => [
      `_${part}`,
      (all: readonly { part: string; value: number }[]) =>
        all.find((one) => one.part === part)?.value ?? null,
    ]);
  }
  if (kind === "text" && translations !== null) return [["", asItIs], ...translated(translations)];
  return expanding[kind] ?? [["", asItIs]];
};

type Translated = readonly { language: string; text: string; status: string }[];

/** Into the language of the file, where an item was written in another and has been translated. */
const translated = (field: string): Expanded =>
  (["text", "language", "status"] as const).map((part) => [
    part === "text" ? "_translation" : `_translation_${part}`,
    (_value: string, _column: ReportedColumn, item: ReportedItem, wanted: string | null) =>
      (item[field] as Translated).find(({ language }) => language === wanted)?.[part] ?? null,
  ]);

/**
 * One collection as a tidy table, a row each in reading order: RFC 4180, UTF-8 with the byte order mark that
 * spreadsheets need, moments as ISO 8601 in UTC. Numbers stay numbers; no text can be run as a formula.
 */
export const writeKindCsv = (report: KindReport, asked: string | null): string => {
  const { board, export: file } = report;
  const collection = report.collections.find((one) => asked === null || one.collection === asked);
  if (!collection) throw new Error(`A ${board.kind} board has no ${asked}.`);
  const nodes = itemsIn(report, collection);
  const fileLanguage = file.language.toUpperCase();
  const columns = collection.columns.flatMap((column) =>
    expand(column).map(([ending, read]) => ({
      head: `${column.column}${ending}`,
      cell: (item: ReportedItem): Cell => {
        const value = item[column.field];
        if (value === null || value === undefined) return null;
        const translatedTo = item["language"] === fileLanguage ? null : fileLanguage;
        const cell = read(value as never, column, item, translatedTo);
        // A minus before an amount is no formula.
        return typeof cell === "string" && column.kind !== "money" ? neutraliseFormula(cell) : cell;
      },
    })),
  );
  const sectionName = (key: string | null) =>
    board.sections.find(({ sectionKey }) => sectionKey === key)?.name ?? "";
  const heads = [...BEFORE, ...columns.map(({ head }) => head), ...AFTER];
  return stringify(
    nodes.map((item, index) => [
      board.id,
      neutraliseFormula(board.title),
      board.revision,
      item.id,
      index + 1,
      item.sectionKey,
      neutraliseFormula(sectionName(item.sectionKey)),
      (item["language"] as string | undefined) ?? null,
      ...columns.map(({ cell }) => cell(item)),
      // By the heads of the columns that are empty, since too few people stand behind a number.
      joined(
        (item.suppressed ?? []).map(
          (field) => collection.columns.find((one) => one.field === field)?.column ?? field,
        ),
      ),
      neutraliseFormula(item.author.displayName ?? ""),
      item.author.stakeholderGroup,
      item.createdAt,
      item.updatedAt,
    ]),
    {
      bom: true,
      header: true,
      columns: heads,
      record_delimiter: "windows",
    },
  );
};

/** What stands before and behind the template’s own columns. */
const BEFORE = [
  "board_id",
  "board_title",
  "revision",
  "item_id",
  "place",
  "section_key",
  "section_name",
  "language",
] as const;
const AFTER = ["suppressed", "author_name", "author_group", "created_at", "updated_at"] as const;
