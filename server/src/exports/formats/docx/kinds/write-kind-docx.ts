import { boardTemplates, inLanguage } from "@tavolo/schema";
import type { DocumentPart } from "../../../document-parts.ts";
import { itemsIn, type KindReport } from "../../../report/kind-report.ts";
import { about } from "../about.ts";
import { assembleDocument } from "../assemble-document.ts";
import { method } from "../method.ts";
import { participants } from "../participants.ts";
import { atAGlance } from "./at-a-glance.ts";
import { content } from "./content.ts";
import { figures } from "./figures.ts";
import { type KindSheet, kindSheetOf, languageOf } from "./kind-sheet.ts";
import { kindSummary } from "./kind-summary.ts";
import { kindWordings } from "./kind-wordings.ts";
import { provisionsAnnex } from "./provisions-annex.ts";

/** Cards are tables of their own: laying them out takes as long as many notes. */
const MOST_ITEMS_WITH_PAGE_NUMBERS = 200;

/** A board of a declared kind as a Word document, in the style of the SWOT’s. */
export const writeKindDocx = async (
  report: KindReport,
  parts: readonly DocumentPart[],
): Promise<Uint8Array> => {
  const sheet = kindSheetOf(report);
  const asked = <Part>(part: DocumentPart, written: () => Part, otherwise: Part): Part =>
    parts.includes(part) ? written() : otherwise;
  const items = report.collections.flatMap((collection) => itemsIn(report, collection));
  const template = boardTemplates().find(({ id }) => id === report.board.template.id);
  return assembleDocument(sheet, {
    keyword: template ? inLanguage(template.name, report.export.language) : report.board.kind,
    hasPageNumbers: items.length <= MOST_ITEMS_WITH_PAGE_NUMBERS,
    opening: [
      ...asked("summary", () => kindSummary(sheet), []),
      ...asked("figures", () => figures(sheet), []),
      ...asked("participants", () => participants(sheet), []),
      ...asked(
        "method",
        () => method(sheet, { sections: report.board.sections, items: written(sheet, items) }),
        [],
      ),
    ],
    pages: [
      { across: true, children: asked("matrix", () => atAGlance(sheet), []) },
      asked("notes", () => content(sheet), { across: false, children: [] }),
      {
        across: false,
        children: [
          ...asked("rights", () => provisionsAnnex(sheet), []),
          ...asked("wordings", () => kindWordings(sheet), []),
          ...asked("about", () => about(sheet), []),
        ],
      },
    ],
  });
};

const written = (sheet: KindSheet, items: ReturnType<typeof itemsIn>) =>
  items.map((item) => ({
    language: languageOf(sheet, item),
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  }));
