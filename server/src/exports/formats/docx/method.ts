import type { Paragraph, Table } from "docx";
import { PORTRAIT_WIDTH } from "./look.ts";
import type { HeadSheet } from "./sheet.ts";
import { dataTable } from "./tables.ts";
import { paragraph, partHead } from "./text.ts";

/** What was asked on a board, and what was written there. */
interface Asked {
  readonly sections: readonly { readonly name: string; readonly guidingQuestions: readonly string[] }[];
  readonly items: readonly Written[];
}

interface Written {
  readonly language: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** By which method and rules the board came about, and when. */
export const method = (sheet: HeadSheet, { sections, items }: Asked): (Paragraph | Table)[] => {
  const { report, words } = sheet;
  const { board } = report;
  const { method: say } = words;
  const questions = sections.flatMap(({ name, guidingQuestions }) => [
    paragraph(name, { style: "Cell", run: { bold: true }, keepNext: true }),
    ...guidingQuestions.map((question) => paragraph(question, { style: "CellSmall" })),
  ]);
  const rows: [string, string | Paragraph[]][] = [
    [say.template, say.template_v(board.template.name, board.template.version)],
    [say.purpose, board.template.purpose],
    [say.questions, questions],
    [say.display, say.displays[board.display] ?? board.display],
    [say.editing, say.editings[board.editing] ?? board.editing],
    [say.dates, datesOf(sheet, items)],
    [say.languages, languagesOf(sheet, items)],
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

const datesOf = ({ report, words, day }: HeadSheet, items: readonly Written[]): Paragraph[] => {
  const { board } = report;
  const { method: say } = words;
  const added = items.map(({ createdAt }) => createdAt).toSorted();
  const changed = items.map(({ updatedAt }) => updatedAt).toSorted();
  const [first, last] = [added[0], changed.at(-1)];
  return [
    say.begun(day(board.createdAt)),
    ...(first && last ? [say.written(day(first), day(last))] : []),
    ...(board.state === "FROZEN" && board.stateChangedAt ? [say.frozenOn(day(board.stateChangedAt))] : []),
  ].map((text) => paragraph(text, { style: "Cell" }));
};

const languagesOf = ({ words, languageName }: HeadSheet, items: readonly Written[]): string =>
  [...Map.groupBy(items, ({ language }) => language)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([language, notes]) => `${languageName(language)}: ${words.matrix.notes(notes.length)}`)
    .join("; ");
