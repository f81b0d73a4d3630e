import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { PORTRAIT_WIDTH } from "./look.ts";
import { paragraph } from "./text.ts";

const NAME_WIDTH = 2600;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** What is known, name beside value; what is not known is left out. The names are the heads of their rows. */
export const factTable = (
  facts: readonly (readonly [name: string, value: string | null])[],
  width = PORTRAIT_WIDTH,
): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [NAME_WIDTH, width - NAME_WIDTH],
    margins: { top: 50, bottom: 50, left: 0, right: 100 },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    tableLook: { firstRow: false, firstColumn: true, noHBand: true, noVBand: true },
    rows: facts
      .filter(([, value]) => value)
      .map(
        ([name, value]) =>
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({
                width: { size: NAME_WIDTH, type: WidthType.DXA },
                children: [paragraph(name, { style: "Fact" })],
              }),
              new TableCell({
                width: { size: width - NAME_WIDTH, type: WidthType.DXA },
                children: [paragraph(value ?? "", { style: "Fact", run: { bold: true } })],
              }),
            ],
          }),
      ),
  });
