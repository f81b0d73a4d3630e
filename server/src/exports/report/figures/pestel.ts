import { inLanguage, pestel, priorityOf, toCarry } from "@tavolo/schema";
import { figure, type FiguresOf, itemsOf } from "./figure-source.ts";

/** As many as a SWOT takes on from a scan. */
const MOST = 12;

/** The factors that weigh most, and the side of a SWOT that they go to. */
export const pestelFigures: FiguresOf = (source) => {
  const factors = itemsOf(source, pestel, "factors");
  const { direction, likelihood, impact } = pestel.collections.factors.fields;
  return figure(source, {
    id: "priorities",
    title: { en: "What weighs most", it: "Che cosa pesa di più" },
    note: {
      en: "Likelihood × impact, the strongest first; a factor that is not rated or has no direction is not among them.",
      it: "Probabilità × impatto, dal più forte; un fattore non valutato o senza direzione non compare.",
    },
    columns: [
      ["factor", "items", { en: "No.", it: "N." }],
      ["direction", "text", direction.label],
      ["likelihood", "number", likelihood.label],
      ["impact", "number", impact.label],
      ["priority", "number", { en: "Priority", it: "Priorità" }],
      ["swot", "text", { en: "To the SWOT", it: "Nella SWOT" }],
    ],
    rows: toCarry(factors, MOST).map(({ factor, sections }) => [
      [factor.id],
      factor.direction &&
        inLanguage(direction.valueNames?.[factor.direction] ?? { en: factor.direction }, source.language),
      factor.likelihood,
      factor.impact,
      priorityOf(factor),
      sections.join(", "),
    ]),
  });
};
