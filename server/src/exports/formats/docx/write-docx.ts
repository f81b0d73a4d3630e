import {
  Document,
  Footer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  SectionType,
  StyleLevel,
  type Table,
  TableOfContents,
  TextRun,
} from "docx";
import { estimatePageNumbers } from "docx/layout";
import type { DocumentPart } from "../../document-parts.ts";
import type { BoardReport } from "../../report/board-report.ts";
import { about } from "./about.ts";
import { cover } from "./cover.ts";
import { INK_2, LANDSCAPE_WIDTH, MARGINS, numbering, PAGE, PORTRAIT_WIDTH, styles } from "./look.ts";
import { matrix } from "./matrix.ts";
import { method } from "./method.ts";
import { notes } from "./notes.ts";
import { participants } from "./participants.ts";
import { writable } from "./plain-text.ts";
import { rights } from "./rights.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { summary } from "./summary.ts";
import { paragraph, runs } from "./text.ts";
import { wordings } from "./wordings.ts";

/**
 * To know the numbers of pages, they are all laid out as Word does, which takes some seconds for hundreds of
 * notes and minutes for thousands. The contents of a longer document are links without numbers.
 */
const MOST_NOTES_WITH_PAGE_NUMBERS = 500;

const WRITERS: Readonly<Record<DocumentPart, (sheet: Sheet) => (Paragraph | Table)[]>> = {
  summary,
  participants,
  method,
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
export const writeDocx = async (report: BoardReport, parts: readonly DocumentPart[]): Promise<Uint8Array> => {
  const sheet = sheetOf(report);
  const { words } = sheet;
  const write = (...wanted: DocumentPart[]) =>
    wanted.filter((part) => parts.includes(part)).map((part) => WRITERS[part](sheet));

  const opening = write("summary");
  const frame = write("participants", "method");
  const atAGlance = write("matrix").flat();
  const rest = write("notes", "rights", "wordings", "about").flat();

  const hasPageNumbers = report.board.notes.nodes.length <= MOST_NOTES_WITH_PAGE_NUMBERS;
  const document = new Document({
    title: writable(report.board.title),
    subject: writable(report.board.analysedObject?.name ?? report.board.template.name),
    creator: "Tavolo",
    lastModifiedBy: "Tavolo",
    description: `${words.cover.stand_n(report.export.revision, sheet.day(report.export.generatedAt))}; ${report.export.contentSha256}`,
    keywords: writable(["SWOT", report.board.project.name].join(", ")),
    styles: styles(words.language),
    numbering,
    ...(hasPageNumbers ? { pageNumbers: estimatePageNumbers } : {}),
    sections: [
      {
        properties: { titlePage: true, page: { size: PAGE, margin: MARGINS } },
        footers: { first: new Footer({ children: [paragraph("")] }), default: footer(sheet, PORTRAIT_WIDTH) },
        children: [
          ...cover(sheet),
          new Paragraph({ children: [new PageBreak()] }),
          paragraph(words.contents, { style: "ContentsHead" }),
          // Written with its page numbers, so that Word shows it as it is and asks nothing.
          new TableOfContents(words.contents, {
            beginDirty: false,
            hyperlink: true,
            ...(hasPageNumbers ? {} : { pageNumbersEntryLevelsRange: "1-2" }),
            headingStyleRange: "1-1",
            stylesWithLevels: [new StyleLevel("Section heading", 2)],
          }),
          ...opening.flat(),
          ...frame.flat(),
        ],
      },
      ...(atAGlance.length > 0
        ? [
            {
              properties: {
                type: SectionType.NEXT_PAGE,
                page: { size: { ...PAGE, orientation: PageOrientation.LANDSCAPE }, margin: MARGINS },
              },
              footers: { default: footer(sheet, LANDSCAPE_WIDTH) },
              children: atAGlance,
            },
          ]
        : []),
      ...(rest.length > 0
        ? [
            {
              properties: { type: SectionType.NEXT_PAGE, page: { size: PAGE, margin: MARGINS } },
              footers: { default: footer(sheet, PORTRAIT_WIDTH) },
              children: rest,
            },
          ]
        : []),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

const footer = ({ report, words }: Sheet, width: number): Footer => {
  const look = { size: 17, color: INK_2 };
  const [page, of] = [PageNumber.CURRENT, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: "right", position: width }],
        spacing: { after: 0 },
        children: [
          ...runs(`${report.board.title} · ${words.about.revision} ${report.export.revision}\t`, look),
          new TextRun({ ...look, children: [...words.page(page, of)] }),
        ],
      }),
    ],
  });
};
