import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { INK_2, LANDSCAPE_WIDTH, lookOf } from "./look.ts";
import type { NumberedSection } from "./numbered-notes.ts";
import type { Sheet } from "./sheet.ts";
import { shaded } from "./tables.ts";
import { paragraph, partHead, runs } from "./text.ts";
import { wordingIn } from "./wording.ts";

const ROW_HEAD = 1500;
/** Two fields fill the page. */
const FIELD_HEIGHT = 3600;
const border = { style: BorderStyle.SINGLE, size: 12, color: "FFFFFF" };

/** The matrix on one page across: the titles of its groups where they stand, with heads for rows and columns. */
export const matrix = (sheet: Sheet): (Paragraph | Table)[] => {
  const { words, sections } = sheet;
  const { matrix: say } = words;
  const rows = [...Map.groupBy(sections, ({ section }) => section.row).values()];
  const columns = [...new Map(sections.map(({ section }) => [section.column, section.columnName]))];
  const width = Math.floor((LANDSCAPE_WIDTH - ROW_HEAD) / columns.length);
  const head = (text: string, size: number) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [paragraph(text, { style: "CellHead", run: { size: 22, color: INK_2 } })],
    });

  return [
    partHead(say.title),
    paragraph(say.text, { style: "Small" }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: ROW_HEAD + width * columns.length, type: WidthType.DXA },
      columnWidths: [ROW_HEAD, ...columns.map(() => width)],
      margins: { top: 90, bottom: 90, left: 140, right: 140 },
      borders: {
        top: border,
        bottom: border,
        left: border,
        right: border,
        insideHorizontal: border,
        insideVertical: border,
      },
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [head(say.corner, ROW_HEAD), ...columns.map(([, name]) => head(name, width))],
        }),
        ...rows.map(
          (cells) =>
            new TableRow({
              height: { value: FIELD_HEIGHT, rule: HeightRule.ATLEAST },
              children: [
                head(cells[0]?.section.rowName ?? "", ROW_HEAD),
                ...columns.map(([column]) =>
                  field(
                    sheet,
                    cells.find(({ section }) => section.column === column),
                    width,
                  ),
                ),
              ],
            }),
        ),
      ],
    }),
  ];
};

const field = ({ report, words }: Sheet, numbered: NumberedSection | undefined, width: number): TableCell => {
  if (!numbered) return new TableCell({ children: [paragraph("", { style: "Cell" })] });
  const { section, clusters, loose } = numbered;
  const { matrix: say } = words;
  const look = lookOf(section.key);
  const counted = (children: TextRun[], notes: number) =>
    new Paragraph({
      style: "MatrixItem",
      children: [...children, ...runs(`\u00A0(${notes})`, { bold: true })],
    });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: shaded(look.tray),
    borders: { top: { style: BorderStyle.SINGLE, size: 36, color: look.ink } },
    children: [
      new Paragraph({
        style: "Cell",
        spacing: { after: 60 },
        children: [
          ...runs(section.name, { bold: true, size: 28, color: look.ink }),
          ...runs(`  ${say.notes(section.noteCount)}`, { size: 22, color: look.ink }),
        ],
      }),
      ...clusters.map(({ cluster, notes }) => {
        const { text, language } = wordingIn(report.export.language, cluster.name, cluster);
        return counted(
          runs(text || words.notes.unnamed, { language: text ? language : undefined }),
          notes.length,
        );
      }),
      ...(loose.length > 0 && clusters.length > 0
        ? [counted(runs(words.notes.loose, { italics: true }), loose.length)]
        : []),
      ...(section.noteCount === 0
        ? [paragraph(say.empty, { style: "MatrixItem" })]
        : clusters.length === 0
          ? [paragraph(say.loose(loose.length), { style: "MatrixItem" })]
          : []),
    ],
  });
};
