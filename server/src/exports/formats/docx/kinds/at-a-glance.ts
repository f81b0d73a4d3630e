import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { itemsIn, type ReportedCollection, type ReportedItem } from "../../../report/kind-report.ts";
import { INK_2, LANDSCAPE_WIDTH, SECTION_LOOK } from "../look.ts";
import { shaded } from "../tables.ts";
import { paragraph, partHead, runs } from "../text.ts";
import { confrontation } from "./confrontation.ts";
import { groupsOf } from "./item-groups.ts";
import { type KindSheet, titleColumn, wordingOf } from "./kind-sheet.ts";

/** The board as one picture on a page across, where its method has one. */
export const atAGlance = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { type } = sheet.report.structure;
  if (type === "scoreMatrix") return confrontation(sheet);
  if (type === "grid2d") return quarters(sheet);
  return type === "graph" ? chain(sheet) : [];
};

const border = { style: BorderStyle.SINGLE, size: 12, color: "FFFFFF" };
const BORDERS = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
};
const MARGINS = { top: 90, bottom: 90, left: 140, right: 140 };
const looks = Object.values(SECTION_LOOK);

/** A number with what it stands for. */
const line = (
  sheet: KindSheet,
  collection: ReportedCollection,
  item: ReportedItem,
  after = "",
): Paragraph => {
  const title = titleColumn(collection);
  const wording = title && wordingOf(sheet, item, title);
  return new Paragraph({
    style: "Cell",
    spacing: { before: 60 },
    children: [
      ...runs(`${sheet.numberOf(item.id)}\u2002`, { bold: true }),
      ...runs(wording?.text || sheet.words.notes.noText, { language: wording?.language }),
      ...(after ? runs(` (${after})`, { color: INK_2 }) : []),
    ],
  });
};

const headCell = (text: string, size: number) =>
  new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [paragraph(text, { style: "CellHead", run: { size: 20, color: INK_2 } })],
  });

/** “Power 1-5”: high and low need no scale. */
const SCALE = /\s*\d\s*[-–]\s*\d$/u;
const ROW_HEAD = 1500;
const FIELD_HEIGHT = 3500;

/** Power over interest, as the template’s quarters lie: little to the left, much above. */
const quarters = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { report, say } = sheet;
  const [collection] = report.collections;
  const { structure } = report;
  if (structure.type !== "grid2d" || !collection) return [];
  const axis = (field: string) =>
    (collection.columns.find((column) => column.field === field)?.label ?? field).replace(SCALE, "");
  const width = Math.floor((LANDSCAPE_WIDTH - ROW_HEAD) / 2);
  const groups = groupsOf(sheet, collection);
  const [manage, satisfy, inform, monitor] = groups;
  const fields = [
    [say.glance.high(axis(structure.y)), satisfy, manage],
    [say.glance.low(axis(structure.y)), monitor, inform],
  ] as const;
  return [
    partHead(say.glance.grid2d),
    paragraph(say.glance.itemsText, { style: "Small" }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: ROW_HEAD + 2 * width, type: WidthType.DXA },
      columnWidths: [ROW_HEAD, width, width],
      margins: MARGINS,
      borders: BORDERS,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [
            headCell("", ROW_HEAD),
            headCell(say.glance.low(axis(structure.x)), width),
            headCell(say.glance.high(axis(structure.x)), width),
          ],
        }),
        ...fields.map(
          ([head, ...cells], row) =>
            new TableRow({
              height: { value: FIELD_HEIGHT, rule: HeightRule.ATLEAST },
              children: [
                headCell(head, ROW_HEAD),
                ...cells.map((group, column) => {
                  const look = looks[row * 2 + column];
                  return new TableCell({
                    width: { size: width, type: WidthType.DXA },
                    ...(look ? { shading: shaded(look.tray) } : {}),
                    children: [
                      paragraph(group?.name ?? "", {
                        style: "Cell",
                        run: { bold: true, size: 26, ...(look ? { color: look.ink } : {}) },
                      }),
                      ...(group?.items ?? []).map((item) => line(sheet, collection, item)),
                    ],
                  });
                }),
              ],
            }),
        ),
      ],
    }),
  ];
};

/** The steps in their columns, each with the steps that it leads to. */
const chain = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { report, say } = sheet;
  const { structure } = report;
  if (structure.type !== "graph") return [];
  const steps = report.collections.find(({ collection }) => collection === structure.items);
  const arrows = report.collections.find(({ collection }) => collection === structure.links);
  if (!steps) return [];
  const links = arrows ? itemsIn(report, arrows) : [];
  const end = (link: ReportedItem, field: string) => (link[field] as { id: string } | null)?.id;
  const leadsTo = ({ id }: ReportedItem) =>
    sheet.numbersOf(
      links.filter((link) => end(link, structure.from) === id).map((link) => end(link, structure.to) ?? ""),
    );
  const { sections } = report.board;
  const width = Math.floor(LANDSCAPE_WIDTH / Math.max(1, sections.length));
  const all = itemsIn(report, steps);
  return [
    partHead(say.glance.graph),
    paragraph(say.glance.itemsText, { style: "Small" }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width * sections.length, type: WidthType.DXA },
      columnWidths: sections.map(() => width),
      margins: MARGINS,
      borders: BORDERS,
      tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: sections.map(({ name }) => headCell(name, width)),
        }),
        new TableRow({
          children: sections.map(({ sectionKey }, index) => {
            const here = all.filter((item) => item.sectionKey === sectionKey);
            const look = looks[index % looks.length];
            return new TableCell({
              width: { size: width, type: WidthType.DXA },
              ...(look ? { shading: shaded(look.tray) } : {}),
              children:
                here.length > 0
                  ? here.map((item) => {
                      const next = leadsTo(item);
                      return line(sheet, steps, item, next && say.glance.leadsTo(next));
                    })
                  : [paragraph("", { style: "Cell" })],
            });
          }),
        }),
      ],
    }),
  ];
};
