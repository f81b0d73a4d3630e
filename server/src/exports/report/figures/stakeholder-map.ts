import { quadrantOf, stakeholderMap, toInvite } from "@tavolo/schema";
import { counted, figure, type FiguresOf, itemsOf } from "./figure-source.ts";

/** Who has which place on the map, and who is missing at the table. */
export const stakeholderFigures: FiguresOf = (source) => {
  const actors = itemsOf(source, stakeholderMap, "actors");
  return [
    ...counted(source, actors, quadrantOf, {
      id: "quadrants",
      title: { en: "Quarter of the map", it: "Quadrante della mappa" },
      names: Object.fromEntries(source.definition.sections.map(({ key, name }) => [key, name])),
      none: { en: "Not rated yet", it: "Non ancora valutati" },
    }),
    ...figure(source, {
      id: "toInvite",
      title: { en: "Who is missing at the table", it: "Chi manca al tavolo" },
      note: {
        en: "Not at the table although much is at stake for them or they have much interest; the most affected first.",
        it: "Non sono al tavolo, pur avendo molto in gioco o molto interesse; prima i più coinvolti.",
      },
      columns: [
        ["actor", "items", { en: "No.", it: "N." }],
        ["rightsAtStake", "number", { en: "Rights at stake", it: "Diritti in gioco" }],
        ["interest", "number", { en: "Interest", it: "Interesse" }],
        ["power", "number", { en: "Power", it: "Potere" }],
      ],
      rows: toInvite(actors).map(({ id, rightsAtStake, interest, power }) => [
        [id],
        rightsAtStake,
        interest,
        power,
      ]),
    }),
  ];
};
