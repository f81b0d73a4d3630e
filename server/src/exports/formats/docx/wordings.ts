import type { Paragraph, Table } from "docx";
import { PORTRAIT_WIDTH } from "./look.ts";
import { allNotes } from "./numbered-notes.ts";
import type { HeadSheet, Sheet } from "./sheet.ts";
import { dataTable } from "./tables.ts";
import { paragraph, partHead } from "./text.ts";
import { type Wording, wordingIn } from "./wording.ts";

type Numbered = readonly [number: string, others: Wording["others"]];

/** The annex: every wording that the document does not show elsewhere, the original first. */
export const wordings = (sheet: Sheet): (Paragraph | Table)[] => {
  const { report, words, sections } = sheet;
  const { wordings: say } = words;
  const { language } = report.export;
  const notes = allNotes(sections).map(({ number, note }): Numbered => [
    number,
    wordingIn(language, note.text, note).others,
  ]);
  const groups = sections
    .flatMap(({ clusters }) => clusters)
    .map(({ number, cluster }): Numbered => [number, wordingIn(language, cluster.name, cluster).others]);
  const [ofNotes, ofGroups] = [notes, groups].map((list) => list.filter(([, others]) => others.length > 0));
  return [
    partHead(say.title, { pageBreakBefore: true }),
    ...(ofNotes?.length || ofGroups?.length ? [paragraph(say.text)] : [paragraph(say.none)]),
    ...(ofNotes?.length ? [wordingTable(sheet, ofNotes)] : []),
    ...(ofGroups?.length
      ? [paragraph(say.groups, { heading: "Heading2" }), wordingTable(sheet, ofGroups)]
      : []),
  ];
};

const NUMBER = 800;
const KIND = 2700;

/** Wordings by the number of what they say otherwise. */
export const wordingTable = ({ words, languageName }: HeadSheet, list: readonly Numbered[]): Table => {
  const { wordings: say } = words;
  return dataTable(
    [
      { head: say.item, width: NUMBER },
      { head: say.wording, width: PORTRAIT_WIDTH - NUMBER - KIND },
      { head: say.kind, width: KIND },
    ],
    list.flatMap(([number, others]) =>
      others.map(({ text, language, status }) => [
        [paragraph(number, { style: "Cell", run: { bold: true } })],
        [paragraph(text || words.notes.noText, { style: "Cell", language })],
        [
          paragraph(
            status === null
              ? say.original(languageName(language))
              : (say.kinds[status]?.(languageName(language)) ?? languageName(language)),
            { style: "CellSmall" },
          ),
        ],
      ]),
    ),
  );
};
