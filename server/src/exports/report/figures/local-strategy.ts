import { inLanguage, lateMeasures, localStrategy, uncoveredPoints } from "@tavolo/schema";
import { provisionById } from "@tavolo/schema/reference/library";
import { counted, figure, type FiguresOf, HOW_MANY, itemsOf, WHICH } from "./figure-source.ts";
import { openCells } from "./still-to-fill.ts";

/** How far the strategy has come, and which of ECCAR’s points nothing answers. */
export const strategyFigures: FiguresOf = (source) => {
  const measures = itemsOf(source, localStrategy, "measures");
  const late = lateMeasures(measures, source.today);
  return [
    ...counted(source, measures, ({ status }) => status, {
      id: "status",
      title: { en: "Status of the measures", it: "Stato delle misure" },
      names: localStrategy.collections.measures.decided.status.valueNames ?? {},
    }),
    ...figure(source, {
      id: "late",
      title: { en: "Late measures", it: "Misure in ritardo" },
      columns: [HOW_MANY, WHICH],
      rows: late.length === 0 ? [] : [[late.length, late.map(({ id }) => id)]],
    }),
    ...figure(source, {
      id: "uncoveredPoints",
      title: { en: "Points of ECCAR that no measure answers", it: "Punti di ECCAR senza misure" },
      columns: [
        ["point", "text", { en: "Point", it: "Punto" }],
        ["title", "text", { en: "Title", it: "Titolo" }],
      ],
      rows: uncoveredPoints(measures).map((id) => [
        id,
        inLanguage(provisionById(id)?.title ?? { en: id }, source.language),
      ]),
    }),
    ...openCells(source, "measures"),
  ];
};
