import { Paragraph, type Table } from "docx";
import { itemsIn, type ReportedCollection, type ReportedItem } from "../../../report/kind-report.ts";
import type { Pages } from "../assemble-document.ts";
import { LANDSCAPE_WIDTH, PORTRAIT_WIDTH, SECTION_HEADING } from "../look.ts";
import { dataTable } from "../tables.ts";
import { paragraph, partHead, runs } from "../text.ts";
import { cell, isShown } from "./cell.ts";
import { groupsOf, type ItemGroup } from "./item-groups.ts";
import { type KindSheet, readColumns, titleColumn, wordingOf } from "./kind-sheet.ts";

/** More columns than this are no table on paper: each row is a card. */
const MOST_COLUMNS_ACROSS = 10;

type Block = Paragraph | Table;
type WriteItems = (
  sheet: KindSheet,
  collection: ReportedCollection,
  items: readonly ReportedItem[],
) => Block[];

/** Everything on the board, each item once: what the method is about first. */
export const content = (sheet: KindSheet): Pages => {
  const { report, say } = sheet;
  const [main] = report.collections;
  const isTable = report.structure.type === "table";
  const across = isTable && readColumns(main!).length <= MOST_COLUMNS_ACROSS;
  const writeMain: WriteItems = isTable ? (across ? rows : cards) : notes;
  const shown = report.collections.filter(
    (collection, index) => index === 0 || itemsIn(report, collection).length > 0,
  );
  const children = shown.flatMap((collection, index) => [
    // One collection needs no heading but those of its sections.
    ...(shown.length > 1
      ? [paragraph(capital(collection.many), { style: SECTION_HEADING, pageBreakBefore: index > 0 })]
      : []),
    ...groupsOf(sheet, collection).flatMap((group) =>
      groupBlocks(sheet, collection, group, {
        write: index === 0 ? writeMain : notes,
        heading: shown.length > 1 ? "Heading3" : SECTION_HEADING,
      }),
    ),
  ]);
  return { across, children: [partHead(say.content.title), paragraph(say.content.text), ...children] };
};

const groupBlocks = (
  sheet: KindSheet,
  collection: ReportedCollection,
  { name, items, letters }: ItemGroup,
  { write, heading }: { write: WriteItems; heading: string },
): Block[] => {
  const { words, say } = sheet;
  const all = items.length + letters.reduce((sum, letter) => sum + letter.items.length, 0);
  return [
    ...(name === null
      ? []
      : [
          paragraph(name, { style: heading }),
          ...(all > 0
            ? [paragraph(words.matrix.notes(all), { style: "Small", keepNext: true })]
            : [paragraph(say.content.noneHere, { style: "Small" })]),
        ]),
    ...letters.flatMap((letter) => [
      paragraph(letter.name, { heading: "Heading3" }),
      ...write(sheet, collection, letter.items),
    ]),
    ...(items.length > 0 ? write(sheet, collection, items) : []),
  ];
};

const NUMBER = 800;
const BY = 1700;

/** Texts with what was said of each beneath it. */
const notes: WriteItems = (sheet, collection, items) => {
  const { words, say } = sheet;
  const showsAuthors = hasAuthors(sheet, items);
  const title = titleColumn(collection);
  return [
    dataTable(
      [
        { head: words.notes.number, width: NUMBER },
        { head: capital(collection.one), width: PORTRAIT_WIDTH - NUMBER - (showsAuthors ? BY : 0) },
        ...(showsAuthors ? [{ head: say.content.by, width: BY }] : []),
      ],
      items.map((item) => [
        numberCell(sheet, item),
        [
          ...(title ? titleCell(sheet, item, title) : []),
          ...readColumns(collection).flatMap((column) =>
            cell(sheet, item, column, { style: "CellSmall", label: column.label }),
          ),
        ],
        ...(showsAuthors ? [authorOf(sheet, item)] : []),
      ]),
    ),
  ];
};

/** A table across the page, a row each, with the template’s columns. */
const rows: WriteItems = (sheet, collection, items) => {
  const { words, say } = sheet;
  const showsAuthors = hasAuthors(sheet, items);
  const columns = collection.columns.filter(
    (column) => column.field === collection.title || readColumns(collection).includes(column),
  );
  const [number, by] = [600, showsAuthors ? 1300 : 0];
  const weights = columns.map(({ kind }) => WEIGHTS[kind] ?? 2);
  const part = (LANDSCAPE_WIDTH - number - by) / weights.reduce((sum, weight) => sum + weight, 0);
  return [
    dataTable(
      [
        { head: words.notes.number, width: number },
        ...columns.map(({ label }, index) => ({
          head: label,
          width: Math.floor(part * (weights[index] ?? 1)),
        })),
        ...(showsAuthors ? [{ head: say.content.by, width: by }] : []),
      ],
      items.map((item) => [
        numberCell(sheet, item),
        ...columns.map((column) => filled(cell(sheet, item, column))),
        ...(showsAuthors ? [authorOf(sheet, item)] : []),
      ]),
    ),
  ];
};
/** Of a column’s share of the page; a word of a head or a month must not break. */
const WEIGHTS: Readonly<Record<string, number>> = {
  rating: 1.2,
  number: 1.2,
  mark: 1,
  date: 1.4,
  option: 1.2,
  choice: 1.2,
  organisation: 1.2,
};

const CARD_LABEL = 2900;

/** A card for each row: what it is, then the columns that somebody has filled. */
const cards: WriteItems = (sheet, collection, items) => {
  const { words, say } = sheet;
  const title = titleColumn(collection);
  return items.flatMap((item) => {
    const wording = title && wordingOf(sheet, item, title);
    const author = hasAuthors(sheet, [item]) ? authorOf(sheet, item) : null;
    const named = wording && wording.text.trim() !== "" ? wording : null;
    return [
      new Paragraph({
        heading: "Heading3",
        children: [
          ...runs(`${sheet.numberOf(item.id)}\u2002`),
          ...runs(named?.text ?? words.notes.noText, { language: named?.language }),
        ],
      }),
      ...(title ? sourceLine(sheet, item, title) : []),
      dataTable(
        [
          { head: say.content.column, width: CARD_LABEL },
          { head: say.content.says, width: PORTRAIT_WIDTH - CARD_LABEL },
        ],
        [
          ...readColumns(collection)
            .filter((column) => isShown(sheet, item, column))
            .map((column) => [
              [paragraph(column.label, { style: "Cell", run: { bold: true } })],
              cell(sheet, item, column),
            ]),
          ...(author ? [[[paragraph(say.content.by, { style: "Cell", run: { bold: true } })], author]] : []),
        ],
      ),
    ];
  });
};

const numberCell = ({ numberOf }: KindSheet, { id }: ReportedItem): Paragraph[] => [
  paragraph(numberOf(id), { style: "Cell", run: { bold: true } }),
];

const titleCell = (
  sheet: KindSheet,
  item: ReportedItem,
  title: NonNullable<ReturnType<typeof titleColumn>>,
): Paragraph[] => {
  const shown = filled(cell(sheet, item, title));
  return [
    ...(shown.length > 0
      ? shown
      : [paragraph(sheet.words.notes.noText, { style: "Cell", run: { italics: true } })]),
    ...sourceLine(sheet, item, title),
  ];
};

/** Where the shown words come from, where they are not simply the document’s language. */
const sourceLine = (
  sheet: KindSheet,
  item: ReportedItem,
  title: NonNullable<ReturnType<typeof titleColumn>>,
): Paragraph[] => {
  const { words, report, languageName } = sheet;
  const own = item["language"];
  if (typeof own !== "string" || own === report.export.language.toUpperCase()) return [];
  const { status, text } = wordingOf(sheet, item, title);
  if (text.trim() === "") return [];
  const source = status
    ? words.notes.translated[status]?.(languageName(own))
    : words.notes.writtenIn(languageName(own));
  return source ? [paragraph(source, { style: "CellSmall", keepNext: true })] : [];
};

/** A cell of a table has a paragraph, whatever stands in it. */
const filled = (paragraphs: Paragraph[]): Paragraph[] =>
  paragraphs.length > 0 ? paragraphs : [paragraph("", { style: "Cell" })];

const hasAuthors = ({ report }: KindSheet, items: readonly ReportedItem[]): boolean =>
  report.board.display !== "ANONYMOUS" &&
  items.some(({ author }) => author.displayName !== null || author.stakeholderGroup !== null);

const authorOf = (
  { words }: KindSheet,
  { author: { displayName, stakeholderGroup } }: ReportedItem,
): string => {
  const group =
    stakeholderGroup === "OTHER" ? words.smallGroup : stakeholderGroup && words.group[stakeholderGroup];
  return [displayName, group].filter(Boolean).join(", ") || words.notes.nobody;
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
