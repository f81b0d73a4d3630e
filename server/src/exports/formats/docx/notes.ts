import { ExternalHyperlink, Paragraph, type Table } from "docx";
import type { ReportedNote } from "../../report/board-report.ts";
import { lookOf, PORTRAIT_WIDTH, SECTION_HEADING } from "./look.ts";
import type { NumberedNote, NumberedSection } from "./numbered-notes.ts";
import { writable } from "./plain-text.ts";
import type { Sheet } from "./sheet.ts";
import { type Column, dataTable } from "./tables.ts";
import { paragraph, partHead, runs } from "./text.ts";
import { type Wording, wordingIn } from "./wording.ts";

/** Every note once: by field of the matrix, under its group, then those in none. */
export const notes = (sheet: Sheet): (Paragraph | Table)[] => [
  partHead(sheet.words.notes.title),
  paragraph(sheet.words.notes.text),
  ...sheet.sections.flatMap((section) => sectionPages(sheet, section)),
];

const sectionPages = (sheet: Sheet, { section, clusters, loose }: NumberedSection): (Paragraph | Table)[] => {
  const { words, report } = sheet;
  const look = lookOf(section.key);
  const axes = words.notes.axes(section.rowName, section.columnName);
  return [
    paragraph(section.name, { style: SECTION_HEADING, run: { color: look.ink } }),
    paragraph(`${axes} · ${words.matrix.notes(section.noteCount)}`, { style: "Small", keepNext: true }),
    ...(section.noteCount === 0 && clusters.length === 0 ? [paragraph(words.notes.noneHere)] : []),
    ...clusters.flatMap(({ cluster, notes: here }) => {
      const { text, language } = wordingIn(report.export.language, cluster.name, cluster);
      return [
        paragraph(text || words.notes.unnamed, {
          heading: "Heading3",
          language: text ? language : undefined,
        }),
        ...(here.length > 0
          ? [noteTable(sheet, here, look.field)]
          : [paragraph(words.matrix.notes(0), { style: "Small" })]),
      ];
    }),
    ...(loose.length > 0
      ? [
          ...(clusters.length > 0 ? [paragraph(words.notes.loose, { heading: "Heading3" })] : []),
          noteTable(sheet, loose, look.field),
        ]
      : []),
  ];
};

const NUMBER = 720;
const BY = 1600;
const TAGS = 2800;

const noteTable = (sheet: Sheet, here: readonly NumberedNote[], fill: string): Table => {
  const { words, report } = sheet;
  const { notes: say } = words;
  const showsAuthors = report.board.display !== "ANONYMOUS";
  const showsTags = report.board.notes.nodes.some((note) => note.factor || note.charterArticles.length > 0);
  const width = PORTRAIT_WIDTH - NUMBER - (showsAuthors ? BY : 0) - (showsTags ? TAGS : 0);
  const columns: Column[] = [
    { head: say.number, width: NUMBER },
    { head: say.note, width },
    ...(showsAuthors ? [{ head: say.by, width: BY }] : []),
    ...(showsTags ? [{ head: say.tags, width: TAGS }] : []),
  ];
  return dataTable(
    columns,
    here.map(({ number, note }) => [
      [paragraph(number, { style: "Cell", run: { bold: true } })],
      noteCell(sheet, note),
      ...(showsAuthors ? [authorOf(sheet, note)] : []),
      ...(showsTags ? [tagsOf(sheet, note)] : []),
    ]),
    { fill },
  );
};

const noteCell = (sheet: Sheet, note: ReportedNote): Paragraph[] => {
  const { words, report } = sheet;
  const { notes: say } = words;
  const wording = wordingIn(report.export.language, note.text, note);
  const source = sourceOf(sheet, note, wording);
  return [
    wording.text.trim() === ""
      ? paragraph(say.noText, { style: "Cell", run: { italics: true } })
      : paragraph(wording.text, { style: "Cell", language: wording.language }),
    ...(source ? [paragraph(source, { style: "CellSmall" })] : []),
    ...(note.affected.length > 0
      ? [
          new Paragraph({
            style: "CellSmall",
            children: [...runs(say.affected), ...runs(note.affected.join("; "), { language: note.language })],
          }),
        ]
      : []),
    ...(note.evidence
      ? [
          new Paragraph({
            style: "CellSmall",
            children: [
              ...runs(say.evidence),
              new ExternalHyperlink({
                link: writable(note.evidence),
                children: runs(note.evidence, { style: "Hyperlink" }),
              }),
            ],
          }),
        ]
      : []),
  ];
};

/** Where the shown words come from, where they are not simply the document’s language. */
const sourceOf = (
  { words, report, languageName }: Sheet,
  note: ReportedNote,
  { status }: Wording,
): string | null => {
  if (status) return words.notes.translated[status]?.(languageName(note.language)) ?? null;
  return note.language === report.export.language.toUpperCase()
    ? null
    : words.notes.writtenIn(languageName(note.language));
};

const authorOf = ({ words }: Sheet, { author: { displayName, stakeholderGroup } }: ReportedNote): string => {
  const group =
    stakeholderGroup === "OTHER" ? words.smallGroup : stakeholderGroup && words.group[stakeholderGroup];
  return [displayName, group].filter(Boolean).join(", ") || words.notes.nobody;
};

const tagsOf = ({ words }: Sheet, { factor, charterArticles }: ReportedNote): Paragraph[] => {
  const numbers = charterArticles.map(({ number }) => number).join(", ");
  return [
    paragraph(factor?.name ?? (numbers ? "" : words.notes.nobody), { style: "Cell" }),
    ...(numbers ? [paragraph(words.notes.articles(numbers), { style: "CellSmall" })] : []),
  ].slice(factor || !numbers ? 0 : 1);
};
