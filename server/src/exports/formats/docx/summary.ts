import { Paragraph, type Table } from "docx";
import { PORTRAIT_WIDTH } from "./look.ts";
import { allNotes } from "./numbered-notes.ts";
import type { Sheet } from "./sheet.ts";
import { dataTable } from "./tables.ts";
import { paragraph, partHead, runs } from "./text.ts";
import { countArticles } from "./rights.ts";
import { wordingIn } from "./wording.ts";

/** As many as somebody keeps in mind. */
const LARGEST_GROUPS = 5;
const MOST_NAMED_RIGHTS = 3;

/** What a reader in a hurry needs: how much was written, and what most of it speaks of. */
export const summary = (sheet: Sheet): (Paragraph | Table)[] => {
  const { report, words, sections } = sheet;
  const { board } = report;
  const { summary: say } = words;
  if (board.notes.nodes.length === 0) return [partHead(say.title), paragraph(say.nothing)];
  const loose = sections.reduce((sum, section) => sum + section.loose.length, 0);
  const clusters = sections.flatMap(({ clusters: here, section }) =>
    here.map((cluster) => ({ ...cluster, section })),
  );
  const largest = clusters
    .filter(({ notes }) => notes.length > 0)
    .toSorted((a, b) => b.notes.length - a.notes.length)
    .slice(0, LARGEST_GROUPS);
  const rights = countArticles(allNotes(sections))
    .toSorted((a, b) => b.numbers.length - a.numbers.length)
    .slice(0, MOST_NAMED_RIGHTS);
  const [first, number] = [PORTRAIT_WIDTH - 3 * 1900, 1900];

  return [
    partHead(say.title),
    paragraph(say.counted({ notes: board.notes.nodes.length, groups: board.clusters.nodes.length, loose })),
    ...(board.state === "FROZEN" && board.stateReason
      ? [
          new Paragraph({
            children: [...runs(`${say.reason}: `, { bold: true }), ...runs(board.stateReason)],
          }),
        ]
      : []),
    dataTable(
      [
        { head: say.section, width: first },
        { head: say.groups, width: number, numeric: true },
        { head: say.notes, width: number, numeric: true },
        { head: say.loose, width: number, numeric: true },
      ],
      [
        ...sections.map(({ section, clusters: here, loose: alone }) => [
          section.name,
          `${here.length}`,
          `${section.noteCount}`,
          `${alone.length}`,
        ]),
        [say.total, `${clusters.length}`, `${board.notes.nodes.length}`, `${loose}`].map((text, index) => [
          paragraph(text, {
            style: "Cell",
            run: { bold: true },
            ...(index > 0 ? { alignment: "right" as const } : {}),
          }),
        ]),
      ],
    ),
    ...(largest.length > 0
      ? [
          paragraph(say.largest, { heading: "Heading2" }),
          paragraph(say.largestText, { style: "Small", keepNext: true }),
          ...largest.map(({ cluster, notes, section }) => {
            const { text, language } = wordingIn(report.export.language, cluster.name, cluster);
            return new Paragraph({
              numbering: { reference: "ranked", level: 0 },
              spacing: { after: 60 },
              children: [
                ...runs(text || words.notes.unnamed, { bold: true, language: text ? language : undefined }),
                ...runs(` – ${section.name}, ${words.matrix.notes(notes.length)}`),
              ],
            });
          }),
        ]
      : []),
    ...(rights.length > 0
      ? [
          paragraph(say.rights, { heading: "Heading2" }),
          ...rights.map(({ article, numbers }) =>
            paragraph(
              `${words.rights.art(article.number)} ${article.name} – ${words.matrix.notes(numbers.length)}`,
              { bullet: { level: 0 }, spacing: { after: 40 } },
            ),
          ),
        ]
      : []),
  ];
};
