import type { Paragraph, Table } from "docx";
import { PORTRAIT_WIDTH } from "./look.ts";
import type { HeadSheet } from "./sheet.ts";
import { dataTable } from "./tables.ts";
import { paragraph, partHead } from "./text.ts";

/** What the document tells of people, and how to check that it is the same matrix. */
export const about = ({ report, words }: HeadSheet): (Paragraph | Table)[] => {
  const { about: say } = words;
  const { board } = report;
  return [
    partHead(say.title, { spacing: { before: 480, after: 160 } }),
    paragraph(say.people, { heading: "Heading2" }),
    paragraph(say.peopleText[board.display] ?? ""),
    paragraph(say.bin),
    paragraph(say.check, { heading: "Heading2" }),
    paragraph(say.checkText),
    dataTable(
      [
        { head: say.item, width: 2700 },
        { head: say.value, width: PORTRAIT_WIDTH - 2700 },
      ],
      [
        [say.board, board.id],
        [say.revision, `${report.export.revision}`],
        [say.made, report.export.generatedAt],
        [say.hash, report.export.contentSha256],
      ],
    ),
  ];
};
