import type { Paragraph, Table } from "docx";
import { itemsIn } from "../../../report/kind-report.ts";
import { paragraph, partHead } from "../text.ts";
import { wordingTable } from "../wordings.ts";
import { type KindSheet, wordingOf } from "./kind-sheet.ts";

/** The annex: every wording that the document does not show elsewhere, the original first. */
export const kindWordings = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { report, words, numberOf } = sheet;
  const others = report.collections.flatMap((collection) =>
    itemsIn(report, collection).flatMap((item) =>
      collection.columns
        .filter(({ kind }) => kind === "text")
        .map((column) => [numberOf(item.id), wordingOf(sheet, item, column).others] as const)
        .filter(([, wordings]) => wordings.length > 0),
    ),
  );
  return [
    partHead(words.wordings.title, { pageBreakBefore: true }),
    paragraph(others.length > 0 ? words.wordings.text : words.wordings.none),
    ...(others.length > 0 ? [wordingTable(sheet, others)] : []),
  ];
};
