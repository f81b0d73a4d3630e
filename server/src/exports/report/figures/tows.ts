import { confront, inLanguage, STRONG_ENOUGH, strongPairs, tows } from "@tavolo/schema";
import type { ReportedFigure } from "../kind-report.ts";
import { figure, type FiguresOf, itemsOf } from "./figure-source.ts";

const QUADRANT = { en: "Quadrant", it: "Quadrante" };
const MEAN = { en: "Mean", it: "Media" };

/** The table of a document that goes on a page of its own, across. */
export const CONFRONTATION = "confrontation";

/** The confrontation: what the inside meets outside, where it is strong, and what each side adds up to. */
export const towsFigures: FiguresOf = (source) => {
  const confrontation = confront(itemsOf(source, tows, "factors"));
  const { cells, quadrants } = confrontation;
  const nameOf = (key: string) =>
    source.definition.sections.find((section) => section.key === key)?.name ?? { en: key };
  return [
    ...matrixOf(source, confrontation),
    ...figure(source, {
      id: "quadrants",
      title: { en: "Totals by quadrant", it: "Totali per quadrante" },
      note: {
        en: "Sums of the means of all pairs that were scored; blank pairs count for nothing.",
        it: "Somme delle medie di tutte le coppie valutate; le coppie vuote non contano.",
      },
      columns: [
        ["quadrant", "text", QUADRANT],
        ["scored", "number", { en: "Pairs scored", it: "Coppie valutate" }],
        ["sum", "number", { en: "Sum", it: "Somma" }],
        ["mean", "number", MEAN],
      ],
      rows:
        cells.length === 0
          ? []
          : [...quadrants].map(([key, { scored, sum, mean }]) => [
              inLanguage(nameOf(key), source.language),
              scored,
              rounded(sum),
              rounded(mean),
            ]),
    }),
    ...figure(source, {
      id: "strongPairs",
      title: { en: "Strong pairs", it: "Coppie forti" },
      note: {
        en: `Pairs with a mean of ${STRONG_ENOUGH} or more, the strongest first; of equal ones the less disputed.`,
        it: `Coppie con media pari o superiore a ${STRONG_ENOUGH}, dalla più forte; a parità, prima la meno controversa.`,
      },
      columns: [
        ["pair", "items", { en: "Pair", it: "Coppia" }],
        ["quadrant", "text", QUADRANT],
        ["mean", "number", MEAN],
        ["spread", "number", { en: "Groups apart by", it: "Distanza tra i gruppi" }],
      ],
      rows: strongPairs(confrontation).map(({ internal, external, quadrant, mean, spread }) => [
        [internal, external],
        quadrant,
        rounded(mean),
        spread,
      ]),
    }),
  ];
};

const matrixOf = (
  source: Parameters<FiguresOf>[0],
  { cells, rows, columns }: ReturnType<typeof confront>,
): ReportedFigure[] => {
  if (cells.length === 0) return [];
  const across = [...columns.keys()];
  const cellOf = (internal: string, external: string) =>
    cells.find((cell) => cell.internal === internal && cell.external === external);
  const [table] = figure(source, {
    id: CONFRONTATION,
    title: { en: "The confrontation", it: "Il confronto" },
    note: {
      en: "Mean of the groups’ scores for each pair, from 0 (none) to 3 (strong); an empty cell was not scored.",
      it: "Media dei punteggi dei gruppi per ogni coppia, da 0 (nessuno) a 3 (forte); una cella vuota non è stata valutata.",
    },
    columns: [["factor", "items", { en: "Inside \\ outside", it: "Interno \\ esterno" }]],
    rows: [
      ...[...rows].map(([internal, { sum }]) => [
        [internal],
        ...across.map((external) => rounded(cellOf(internal, external)?.mean ?? null)),
        rounded(sum),
      ]),
      [[], ...across.map((external) => rounded(columns.get(external)?.sum ?? null)), null],
    ],
  });
  if (!table) return [];
  const sum = source.language === "it" ? "Somma" : "Sum";
  return [
    {
      ...table,
      columns: [
        ...table.columns,
        ...across.map((item) => ({ id: item, label: "", holds: "number" as const, item })),
        { id: "sum", label: sum, holds: "number" as const },
      ],
    },
  ];
};

/** As many places as a mean of a few groups needs. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(2)));
