import { itemsIn, type ReportedCollection, type ReportedItem } from "../../../report/kind-report.ts";
import { LETTERS } from "../../../report/figures/recommendations.ts";
import type { KindSheet } from "./kind-sheet.ts";

/** What stands under one heading. */
export interface ItemGroup {
  /** Null where a collection has no sections. */
  readonly name: string | null;
  readonly items: readonly ReportedItem[];
  /** Smaller headings within: to whom recommendations go. */
  readonly letters: readonly { readonly name: string; readonly items: readonly ReportedItem[] }[];
}

/** The items of a collection under the board’s sections; on a map, under the quarters that follow from the ratings. */
export const groupsOf = (sheet: KindSheet, collection: ReportedCollection): ItemGroup[] => {
  const { report, say } = sheet;
  const items = itemsIn(report, collection);
  const quarter =
    report.structure.type === "grid2d" ? collection.columns.find(({ kind }) => kind === "code") : undefined;
  const keyOf = (item: ReportedItem) => (quarter ? (item[quarter.field] as string | null) : item.sectionKey);
  const bySection = Map.groupBy(items, keyOf);
  if (!quarter && !items.some(({ sectionKey }) => sectionKey !== null)) {
    return [{ name: null, items, letters: [] }];
  }
  const loose = bySection.get(null) ?? [];
  return [
    ...report.board.sections.map(({ sectionKey, name }) => ({
      name,
      ...lettersOf(sheet, bySection.get(sectionKey) ?? []),
    })),
    ...(loose.length > 0 ? [{ name: say.content.notRated, items: loose, letters: [] }] : []),
  ];
};

const lettersOf = ({ report, say }: KindSheet, items: readonly ReportedItem[]): Omit<ItemGroup, "name"> => {
  const figure = report.figures.find(({ id }) => id === LETTERS);
  const letters = (figure?.rows ?? []).flatMap(([addressee, level, , ids]) => {
    const here = (Array.isArray(ids) ? ids : []).flatMap(
      (id: string) => items.find((item) => item.id === id) ?? [],
    );
    const name = addressee
      ? [say.content.to(String(addressee)), level].filter(Boolean).join(" – ")
      : say.content.toNobody;
    return here.length > 0 ? [{ name, items: here }] : [];
  });
  const sent = new Set(letters.flatMap(({ items: here }) => here.map(({ id }) => id)));
  return { items: items.filter(({ id }) => !sent.has(id)), letters };
};
