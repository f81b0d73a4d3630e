import type { Paragraph, Table } from "docx";
import type {
  ReportedFigure,
  ReportedFigureCell,
  ReportedFigureColumn,
} from "../../../report/kind-report.ts";
import { CONFRONTATION } from "../../../report/figures/tows.ts";
import { PORTRAIT_WIDTH } from "../look.ts";
import { dataTable } from "../tables.ts";
import { paragraph, partHead } from "../text.ts";
import type { KindSheet } from "./kind-sheet.ts";

/** What follows from the board by the rules of its method: sums, profiles, findings. */
export const figures = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { say, report } = sheet;
  // The confrontation has a page of its own, at a glance.
  const here = report.figures.filter(({ id }) => id !== CONFRONTATION);
  return [
    partHead(say.figures.title, { spacing: { before: 480, after: 160 } }),
    ...(here.length === 0
      ? [paragraph(say.figures.none)]
      : here.flatMap((figure) => oneFigure(sheet, figure))),
  ];
};

const NUMERIC = 1250;

const oneFigure = (
  sheet: KindSheet,
  { title, note, columns, rows }: ReportedFigure,
): (Paragraph | Table)[] => {
  const numeric = columns.filter(isNumeric);
  const wide = columns.length - numeric.length;
  const width = Math.floor((PORTRAIT_WIDTH - numeric.length * NUMERIC) / Math.max(1, wide));
  return [
    paragraph(title, { heading: "Heading2" }),
    ...(note ? [paragraph(note, { style: "Small", keepNext: true })] : []),
    dataTable(
      columns.map((column) => ({
        head: column.label,
        width: isNumeric(column) ? NUMERIC : width,
        numeric: isNumeric(column),
      })),
      rows.map((row) => columns.map((column, index) => figureText(sheet, column, row[index] ?? null))),
    ),
  ];
};

const isNumeric = ({ holds }: ReportedFigureColumn): boolean => holds !== "text" && holds !== "items";

/** A cell of a figure in the document’s language. */
export const figureText = (
  { decimal, share, amount, numbersOf }: KindSheet,
  { holds }: ReportedFigureColumn,
  value: ReportedFigureCell,
): string => {
  if (value === null) return "";
  if (typeof value === "number") {
    if (holds === "share") return share(value);
    return holds === "amount" ? amount(value) : decimal(value);
  }
  return typeof value === "string" ? value : numbersOf(value);
};
