import type { Paragraph, Table } from "docx";
import { itemsIn } from "../../../report/kind-report.ts";
import { PORTRAIT_WIDTH } from "../look.ts";
import { dataTable } from "../tables.ts";
import { paragraph, partHead } from "../text.ts";
import type { KindSheet } from "./kind-sheet.ts";

const [CITED, SURE, WHERE] = [2600, 1700, 1700];

/** Every standard that is cited, how sure its title is, and where. */
export const provisionsAnnex = (sheet: KindSheet): (Paragraph | Table)[] => {
  const { report, say, numberOf } = sheet;
  const items = report.collections.flatMap((collection) => itemsIn(report, collection));
  const numbersFor = (id: string) =>
    items
      .filter((item) =>
        Object.values(item)
          .flat()
          .some((value) => isCited(value) && value.id === id),
      )
      .map((item) => numberOf(item.id))
      .join(", ");
  return [
    partHead(say.provisions.title, { pageBreakBefore: true }),
    ...(report.provisions.length === 0
      ? [paragraph(say.provisions.none)]
      : [
          paragraph(say.provisions.text),
          dataTable(
            [
              { head: say.provisions.cited, width: CITED },
              { head: say.provisions.heading, width: PORTRAIT_WIDTH - CITED - SURE - WHERE },
              { head: say.provisions.sure, width: SURE },
              { head: say.provisions.where, width: WHERE },
            ],
            report.provisions.map(({ id, citation, title, certainty }) => [
              citation,
              title,
              (certainty && say.provisions.certainty[certainty]) ?? "",
              numbersFor(id),
            ]),
          ),
        ]),
  ];
};

const isCited = (value: unknown): value is { readonly id: string } =>
  typeof value === "object" && value !== null && "citation" in value;
