import { inLanguage, stillToFill } from "@tavolo/schema";
import type { ReportedFigure } from "../kind-report.ts";
import { figure, type FigureSource, HOW_MANY, WHICH } from "./figure-source.ts";

/** Which cells the template asks for and nobody has filled, by column. */
export const openCells = (source: FigureSource, collection: string): ReportedFigure[] => {
  const declared = source.definition.collections[collection];
  if (!declared) return [];
  const missing = (source.items.get(collection) ?? []).flatMap((item) =>
    stillToFill(declared, { ...item, rank: String(item["rank"]), removed: false }).map((field) => ({
      field,
      id: item.id,
    })),
  );
  return figure(source, {
    id: "stillToFill",
    title: { en: "What is still to fill", it: "Che cosa resta da compilare" },
    columns: [["column", "text", { en: "Column", it: "Colonna" }], HOW_MANY, WHICH],
    rows: [...Map.groupBy(missing, ({ field }) => field)].map(([field, here]) => [
      inLanguage(declared.fields[field]?.label ?? { en: field }, source.language),
      here.length,
      here.map(({ id }) => id),
    ]),
  });
};
