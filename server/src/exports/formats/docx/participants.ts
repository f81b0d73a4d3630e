import { SMALLEST_SHOWN_GROUP } from "@tavolo/schema";
import type { Paragraph, Table } from "docx";
import { PORTRAIT_WIDTH } from "./look.ts";
import type { HeadSheet } from "./sheet.ts";
import { dataTable } from "./tables.ts";
import { paragraph, partHead } from "./text.ts";

/** How many took part, by stakeholder group; never who. */
export const participants = ({ report, words }: HeadSheet): (Paragraph | Table)[] => {
  const { participants: say, group: groupNames } = words;
  const counts = report.board.stakeholderCounts;
  const people = counts.reduce((sum, { count }) => sum + count, 0);
  if (people === 0) return [partHead(say.title), paragraph(say.nobody)];
  const nameOf = (group: string, members: readonly string[]) =>
    group === "OTHER" && members.length > 0
      ? `${groupNames[group]} (${members.map((member) => groupNames[member] ?? member).join(", ")})`
      : (groupNames[group] ?? group);
  return [
    partHead(say.title, { pageBreakBefore: true }),
    paragraph(say.text(people)),
    dataTable(
      [
        { head: say.group, width: PORTRAIT_WIDTH - 1900 },
        { head: say.people, width: 1900, numeric: true },
      ],
      [
        ...counts.map(({ stakeholderGroup, count, groups }) => [
          nameOf(stakeholderGroup, groups),
          `${count}`,
        ]),
        [
          [paragraph(say.total, { style: "Cell", run: { bold: true } })],
          [paragraph(`${people}`, { style: "Cell", run: { bold: true }, alignment: "right" })],
        ],
      ],
    ),
    paragraph(say.merged(SMALLEST_SHOWN_GROUP), { style: "Small", spacing: { before: 120 } }),
  ];
};
