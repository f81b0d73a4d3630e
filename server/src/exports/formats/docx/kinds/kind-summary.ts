import { Paragraph, type Table } from "docx";
import { itemsIn } from "../../../report/kind-report.ts";
import { PORTRAIT_WIDTH } from "../look.ts";
import { dataTable } from "../tables.ts";
import { paragraph, partHead, runs } from "../text.ts";
import { groupsOf, type ItemGroup } from "./item-groups.ts";
import type { KindSheet } from "./kind-sheet.ts";

const COUNT = 1900;

/** How much stands on the board and where, and what stays behind. */
export const kindSummary = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { report, words, say } = sheet;
  const { board, withheld } = report;
  const counted = report.collections
    .map((collection) => ({ collection, items: itemsIn(report, collection) }))
    .filter(({ items }) => items.length > 0);
  const main = report.collections.find((collection) => groupsOf(sheet, collection).some(isNamed));
  const groups = main ? groupsOf(sheet, main).filter(isNamed) : [];
  return [
    partHead(words.summary.title),
    ...(report.restricted ? [paragraph(say.restricted, { run: { bold: true } })] : []),
    counted.length === 0
      ? paragraph(say.summary.nothing)
      : paragraph(
          `${counted
            .map(
              ({ collection, items }) =>
                `${items.length} ${items.length === 1 ? collection.one : collection.many}`,
            )
            .join(", ")}.`,
        ),
    ...(withheld > 0 ? [paragraph(say.summary.withheld(withheld))] : []),
    ...(board.state === "FROZEN" && board.stateReason
      ? [
          new Paragraph({
            children: [...runs(`${words.summary.reason}: `, { bold: true }), ...runs(board.stateReason)],
          }),
        ]
      : []),
    ...(groups.length > 0 && main
      ? [
          dataTable(
            [
              { head: say.summary.section, width: PORTRAIT_WIDTH - COUNT },
              { head: capital(main.many), width: COUNT, numeric: true },
            ],
            groups.map(({ name, items, letters }) => [
              name ?? "",
              `${letters.reduce((sum, letter) => sum + letter.items.length, items.length)}`,
            ]),
          ),
        ]
      : []),
  ];
};

const isNamed = ({ name }: ItemGroup): boolean => name !== null;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
