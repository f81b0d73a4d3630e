import { stringify } from "csv-stringify/sync";
import type { BoardReport, ReportedNote } from "../report/board-report.ts";
import { neutraliseFormula } from "./neutralise-formula.ts";

/** Between the values of a cell that holds several; who needs them apart whatever they contain takes the JSON. */
const BETWEEN = "; ";

type Cell = string | number;
type Column = (note: ReportedNote, report: BoardReport, place: number) => Cell | null;

/** The columns by their stable names: new ones are added at the end, none is renamed or moved. */
const columns = {
  board_id: (_note, { board }) => board.id,
  board_title: (_note, { board }) => board.title,
  revision: (_note, { board }) => board.revision,
  note_id: (note) => note.id,
  place: (_note, _report, place) => place,
  section: (note) => note.section,
  section_name: (note, { board }) => board.sections.find(({ key }) => key === note.section)?.name ?? null,
  cluster_id: (note) => note.cluster?.id ?? null,
  cluster_name: (note) => note.cluster?.name ?? null,
  text: (note) => note.text,
  language: (note) => note.language,
  translation: (note, report) => translationFor(note, report)?.text ?? null,
  translation_language: (note, report) => translationFor(note, report)?.language ?? null,
  translation_status: (note, report) => translationFor(note, report)?.status ?? null,
  factor: (note) => note.factor?.code ?? null,
  factor_name: (note) => note.factor?.name ?? null,
  charter_articles: (note) => note.charterArticles.map(({ code }) => code).join(BETWEEN),
  charter_article_names: (note) => note.charterArticles.map(({ name }) => name).join(BETWEEN),
  affected: (note) => note.affected.join(BETWEEN),
  evidence: (note) => note.evidence,
  colour: (note) => note.colour,
  author_name: (note) => note.author.displayName,
  author_group: (note) => note.author.stakeholderGroup,
  created_at: (note) => note.createdAt,
  updated_at: (note) => note.updatedAt,
} as const satisfies Record<string, Column>;

/** The header of the table. */
export const CSV_COLUMNS = Object.keys(columns) as readonly (keyof typeof columns)[];

/**
 * The notes as one tidy table, a row each in reading order: RFC 4180, UTF-8 with the byte order mark that
 * spreadsheets need, moments as ISO 8601 in UTC. Numbers stay numbers; no text can be run as a formula.
 */
export const writeCsv = (report: BoardReport): string =>
  stringify(
    report.board.notes.nodes.map((note, index) =>
      CSV_COLUMNS.map((name) => (columns[name] as Column)(note, report, index + 1)),
    ),
    {
      bom: true,
      header: true,
      columns: [...CSV_COLUMNS],
      record_delimiter: "windows",
      // Not the library's escape_formulas: it looks at the first character only.
      cast: { string: neutraliseFormula },
    },
  );

/** The note in the language of the export, where it was written in another. */
const translationFor = (note: ReportedNote, report: BoardReport) => {
  const wanted = report.export.language.toUpperCase();
  return note.language === wanted ? undefined : note.translations.find(({ language }) => language === wanted);
};
