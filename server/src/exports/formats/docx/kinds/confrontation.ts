import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { itemsIn, type ReportedFigureColumn } from "../../../report/kind-report.ts";
import { CONFRONTATION } from "../../../report/figures/tows.ts";
import { LANDSCAPE_WIDTH, SHADE } from "../look.ts";
import { shaded, TABLE_BORDERS } from "../tables.ts";
import { paragraph, partHead, runs } from "../text.ts";
import { figureText } from "./figures.ts";
import { type KindSheet, titleColumn, wordingOf } from "./kind-sheet.ts";

const ROW_HEAD = 3400;
const SUM = 900;
/** The deeper, the stronger: none, weak, clear, strong. The number in the cell says the same. */
const STRENGTHS = ["FFFFFF", "F0EDE6", "D9E8D6", "B4D3B0"] as const;
/** Beyond this a column has no room for words. */
const MOST_NAMED = 8;

/** The scored pairs as a table: factors of the inside down the rows, those outside across. */
export const confrontation = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { report, say } = sheet;
  const figure = report.figures.find(({ id }) => id === CONFRONTATION);
  if (!figure) return [];
  const [head, ...columns] = figure.columns;
  const factors = columns.filter(({ item }) => item !== undefined);
  const width = Math.floor((LANDSCAPE_WIDTH - ROW_HEAD - SUM) / Math.max(1, factors.length));
  const widths = [ROW_HEAD, ...factors.map(() => width), SUM];
  const isNamed = factors.length <= MOST_NAMED;
  const cell = (children: Paragraph[], index: number, fill?: string) =>
    new TableCell({
      width: { size: widths[index] ?? width, type: WidthType.DXA },
      ...(fill ? { shading: shaded(fill) } : {}),
      children,
    });
  const headOf = ({ label, item }: ReportedFigureColumn) =>
    item === undefined ? paragraph(label, { style: "CellHead" }) : named(sheet, item, isNamed);
  return [
    partHead(say.glance.scoreMatrix),
    paragraph(say.glance.scoreMatrixText, { style: "Small" }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      borders: TABLE_BORDERS,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: figure.columns.map((column, index) => cell([headOf(column)], index, SHADE)),
        }),
        ...figure.rows.map(
          ([first, ...values]) =>
            new TableRow({
              cantSplit: true,
              children: [
                cell(
                  [
                    Array.isArray(first) && first[0]
                      ? named(sheet, first[0], true)
                      : paragraph(columns.at(-1)?.label ?? "", { style: "CellHead" }),
                  ],
                  0,
                  SHADE,
                ),
                ...values.map((value, index) => {
                  const column = columns[index] ?? head;
                  const isPair = column?.item !== undefined && Array.isArray(first) && first.length > 0;
                  const strength = typeof value === "number" && isPair ? Math.round(value) : 0;
                  return cell(
                    [
                      paragraph(column ? figureText(sheet, column, value) : "", {
                        style: "Cell",
                        alignment: "center",
                        ...(isPair ? {} : { run: { bold: true } }),
                      }),
                    ],
                    index + 1,
                    STRENGTHS[strength],
                  );
                }),
              ],
            }),
        ),
      ],
    }),
  ];
};

const named = (sheet: KindSheet, id: string, withWords: boolean): Paragraph => {
  const [factors] = sheet.report.collections;
  const item = factors && itemsIn(sheet.report, factors).find((one) => one.id === id);
  const title = factors && titleColumn(factors);
  const wording = withWords && item && title ? wordingOf(sheet, item, title) : null;
  return new Paragraph({
    style: "CellSmall",
    children: [
      ...runs(`${sheet.numberOf(id)}\u2002`, { bold: true }),
      ...(wording ? runs(wording.text, { language: wording.language }) : []),
    ],
  });
};
