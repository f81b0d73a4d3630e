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
import { cover } from "./cover.ts";
import { INK_2, LANDSCAPE_WIDTH, MARGINS, numbering, PAGE, PORTRAIT_WIDTH, styles } from "./look.ts";
import { writable } from "./plain-text.ts";
import type { HeadSheet } from "./sheet.ts";
import { paragraph, runs } from "./text.ts";

/** Pages that lie the same way. */
export interface Pages {
  readonly across: boolean;
  readonly children: readonly (Paragraph | Table)[];
}

interface Assembled {
  readonly keyword: string;
  readonly hasPageNumbers: boolean;
  /** What follows the contents at once. */
  readonly opening: readonly (Paragraph | Table)[];
  /** What begins on a page of its own; empty ones are left out. */
  readonly pages: readonly Pages[];
}

/** Cover, contents and what was written for a document, with its styles, footers and properties. */
export const assembleDocument = async (
  sheet: HeadSheet,
  { keyword, hasPageNumbers, opening, pages }: Assembled,
): Promise<Uint8Array> => {
  const { report, words } = sheet;
  const document = new Document({
    title: writable(report.board.title),
    subject: writable(report.board.analysedObject?.name ?? report.board.template.name),
    creator: "Tavolo",
    lastModifiedBy: "Tavolo",
    description: `${words.cover.stand_n(report.export.revision, sheet.day(report.export.generatedAt))}; ${report.export.contentSha256}`,
    keywords: writable([keyword, report.board.project.name].join(", ")),
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
          ...opening,
        ],
      },
      ...pages
        .filter(({ children }) => children.length > 0)
        .map(({ across, children }) => ({
          properties: {
            type: SectionType.NEXT_PAGE,
            page: {
              size: across ? { ...PAGE, orientation: PageOrientation.LANDSCAPE } : PAGE,
              margin: MARGINS,
            },
          },
          footers: { default: footer(sheet, across ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH) },
          children: [...children],
        })),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

const footer = ({ report, words }: HeadSheet, width: number): Footer => {
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
