import { differenceOf, differences, inLanguage, profileOf, selfAssessment } from "@tavolo/schema";
import { figure, type FiguresOf, itemsOf } from "./figure-source.ts";

/** The city’s profile by both sides and as agreed, and where the two see it most differently. */
export const assessmentFigures: FiguresOf = (source) => {
  const items = itemsOf(source, selfAssessment, "items");
  const { authority, civilSociety, agreed } = profileOf(items);
  const { valueNames = {} } = selfAssessment.collections.items.fields.ratingAuthority;
  const say = (words: Parameters<typeof inLanguage>[0]) => inLanguage(words, source.language);
  const sides = [authority, civilSociety, agreed];
  const columns = [
    ["authority", "number", { en: "Authority", it: "Ente" }],
    ["civilSociety", "number", { en: "Civil society", it: "Società civile" }],
    ["agreed", "number", { en: "Agreed", it: "Concordato" }],
  ] as const;
  return [
    ...figure(source, {
      id: "profile",
      title: { en: "Profile", it: "Profilo" },
      note: {
        en: "How many items stand at each level of maturity.",
        it: "Quanti elementi stanno a ciascun livello di maturità.",
      },
      columns: [["level", "text", { en: "Level", it: "Livello" }], ...columns],
      rows:
        items.length === 0
          ? []
          : [
              ...authority.levels.map((_, level) => [
                `${level} – ${say(valueNames[level] ?? { en: String(level) })}`,
                ...sides.map(({ levels }) => levels[level] ?? 0),
              ]),
              [say({ en: "Not rated", it: "Non valutati" }), ...sides.map(({ unrated }) => unrated)],
            ],
    }),
    ...figure(source, {
      id: "differences",
      title: { en: "Seen most differently", it: "Visti in modo più diverso" },
      note: {
        en: "Authority minus civil society: above zero the authority sees itself further on.",
        it: "Ente meno società civile: sopra lo zero l’ente si vede più avanti.",
      },
      columns: [
        ["item", "items", { en: "No.", it: "N." }],
        columns[0],
        columns[1],
        ["difference", "number", { en: "Difference", it: "Differenza" }],
      ],
      rows: differences(items).map((item) => [
        [item.id],
        item.ratingAuthority,
        item.ratingCivilSociety,
        differenceOf(item),
      ]),
    }),
  ];
};
