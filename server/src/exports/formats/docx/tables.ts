import {
  BorderStyle,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { LINE, SHADE } from "./look.ts";
import { paragraph } from "./text.ts";

export interface Column {
  readonly head: string;
  /** In twentieths of a point. */
  readonly width: number;
  readonly numeric?: boolean;
}

const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const TABLE_BORDERS = {
  top: line,
  bottom: line,
  insideHorizontal: line,
  left: none,
  right: none,
  insideVertical: none,
};
const PADDING = { top: 70, bottom: 70, left: 100, right: 100 };

export const shaded = (fill: string) => ({ type: ShadingType.CLEAR, color: "auto", fill });

/**
 * A table of data: a head that is marked as such and repeated on every page, columns of fixed width, and rows
 * that stay whole.
 */
export const dataTable = (
  columns: readonly Column[],
  rows: readonly (readonly (string | readonly Paragraph[])[])[],
  { fill = SHADE }: { fill?: string } = {},
): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    margins: PADDING,
    borders: TABLE_BORDERS,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cell(column, column.head, { style: "CellHead", fill })),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) => cell(column, row[index] ?? "", { style: "Cell" })),
          }),
      ),
    ],
  });

const cell = (
  { width, numeric }: Column,
  content: string | readonly Paragraph[],
  { style, fill }: { style: string; fill?: string },
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    ...(fill ? { shading: shaded(fill) } : {}),
    children:
      typeof content === "string"
        ? [paragraph(content, { style, ...(numeric ? { alignment: "right" as const } : {}) })]
        : content,
  });
