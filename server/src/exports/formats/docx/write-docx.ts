import type { Paragraph, Table } from "docx";
import type { DocumentPart } from "../../document-parts.ts";
import { type AnyReport, isKindReport } from "../../report/kind-report.ts";
import { about } from "./about.ts";
import { assembleDocument } from "./assemble-document.ts";
import { writeKindDocx } from "./kinds/write-kind-docx.ts";
import { matrix } from "./matrix.ts";
import { method } from "./method.ts";
import { notes } from "./notes.ts";
import { participants } from "./participants.ts";
import { rights } from "./rights.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { summary } from "./summary.ts";
import { wordings } from "./wordings.ts";

/**
 * To know the numbers of pages, they are all laid out as Word does, which takes some seconds for hundreds of
 * notes and minutes for thousands. The contents of a longer document are links without numbers.
 */
const MOST_NOTES_WITH_PAGE_NUMBERS = 500;

const WRITERS: Readonly<Record<DocumentPart, (sheet: Sheet) => (Paragraph | Table)[]>> = {
  summary,
  participants,
  method: (sheet) =>
    method(sheet, { sections: sheet.report.board.sections, items: sheet.report.board.notes.nodes }),
  // A SWOT has none beside its summary.
  figures: () => [],
  matrix,
  notes,
  rights,
  wordings,
  about,
};

/**
 * The report as a Word document: real headings, contents with page numbers, tables whose heads repeat, every
 * text marked with its language. Cover and contents are always there, of the rest what was asked for.
 */
export const writeDocx = async (report: AnyReport, parts: readonly DocumentPart[]): Promise<Uint8Array> => {
  if (isKindReport(report)) return writeKindDocx(report, parts);
  const sheet = sheetOf(report);
  const write = (...wanted: DocumentPart[]) =>
    wanted.filter((part) => parts.includes(part)).map((part) => WRITERS[part](sheet));

  const opening = write("summary");
  const frame = write("participants", "method");
  const atAGlance = write("matrix").flat();
  const rest = write("notes", "rights", "wordings", "about").flat();

  return assembleDocument(sheet, {
    keyword: "SWOT",
    hasPageNumbers: report.board.notes.nodes.length <= MOST_NOTES_WITH_PAGE_NUMBERS,
    opening: [...opening.flat(), ...frame.flat()],
    pages: [
      { across: true, children: atAGlance },
      { across: false, children: rest },
    ],
  });
};
