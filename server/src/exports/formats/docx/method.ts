import type { Paragraph, Table } from "docx";
import { PORTRAIT_WIDTH } from "./look.ts";
import type { Sheet } from "./sheet.ts";
import { dataTable } from "./tables.ts";
import { paragraph, partHead } from "./text.ts";

/** By which method and rules the matrix came about, and when. */
export const method = (sheet: Sheet): (Paragraph | Table)[] => {
  const { report, words } = sheet;
  const { board } = report;
  const { method: say } = words;
  const questions = board.sections.flatMap(({ name, guidingQuestions }) => [
    paragraph(name, { style: "Cell", run: { bold: true }, keepNext: true }),
    ...guidingQuestions.map((question) => paragraph(question, { style: "CellSmall" })),
  ]);
  const rows: [string, string | Paragraph[]][] = [
    [say.template, say.template_v(board.template.name, board.template.version)],
    [say.purpose, board.template.purpose],
    [say.questions, questions],
    [say.display, say.displays[board.display] ?? board.display],
    [say.editing, say.editings[board.editing] ?? board.editing],
    [say.dates, datesOf(sheet)],
    [say.languages, languagesOf(sheet)],
    [say.limits, say.limitsText],
  ];
  return [
    partHead(say.title, { spacing: { before: 480, after: 160 } }),
    dataTable(
      [
        { head: say.item, width: 2600 },
        { head: say.answer, width: PORTRAIT_WIDTH - 2600 },
      ],
      rows.filter(([, answer]) => answer.length > 0),
    ),
  ];
};

const datesOf = ({ report, words, day }: Sheet): Paragraph[] => {
  const { board } = report;
  const { method: say } = words;
  const added = board.notes.nodes.map(({ createdAt }) => createdAt).toSorted();
  const changed = board.notes.nodes.map(({ updatedAt }) => updatedAt).toSorted();
  const [first, last] = [added[0], changed.at(-1)];
  return [
    say.begun(day(board.createdAt)),
    ...(first && last ? [say.written(day(first), day(last))] : []),
    ...(board.state === "FROZEN" && board.stateChangedAt ? [say.frozenOn(day(board.stateChangedAt))] : []),
  ].map((text) => paragraph(text, { style: "Cell" }));
};

const languagesOf = ({ report, words, languageName }: Sheet): string =>
  [...Map.groupBy(report.board.notes.nodes, ({ language }) => language)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([language, notes]) => `${languageName(language)}: ${words.matrix.notes(notes.length)}`)
    .join("; ");
