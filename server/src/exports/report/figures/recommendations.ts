import { inLanguage, letters, overdue, recommendations, worth } from "@tavolo/schema";
import { counted, figure, type FiguresOf, HOW_MANY, itemsOf, WHICH } from "./figure-source.ts";
import { openCells } from "./still-to-fill.ts";

const WORTH = {
  quick: { en: "Much impact, little effort", it: "Molto impatto, poco sforzo" },
  major: { en: "Much impact, much effort", it: "Molto impatto, molto sforzo" },
  minor: { en: "Little impact, little effort", it: "Poco impatto, poco sforzo" },
  reconsider: { en: "Little impact, much effort", it: "Poco impatto, molto sforzo" },
};

/** To whom each recommendation goes: the order in which a document writes its letters. */
export const LETTERS = "letters";

/** Who is asked for what, how far it has come, and what is worth its effort. */
export const recommendationFigures: FiguresOf = (source) => {
  const cards = itemsOf(source, recommendations, "cards");
  const recommended = cards.filter(({ section }) => section === "recommendation");
  const { fields, decided } = recommendations.collections.cards;
  const late = overdue(cards, source.today);
  return [
    ...figure(source, {
      id: LETTERS,
      title: { en: "Letters: who is asked for what", it: "Lettere: a chi si chiede che cosa" },
      note: {
        en: "The nearest level of government first; within a letter by deadline.",
        it: "Prima il livello di governo più vicino; in ogni lettera per scadenza.",
      },
      columns: [
        ["addressee", "text", fields.addressee.label],
        ["level", "text", fields.level.label],
        HOW_MANY,
        WHICH,
      ],
      rows: letters(cards).map(({ addressee, level, recommendations: to }) => [
        addressee,
        level && inLanguage(fields.level.valueNames?.[level] ?? { en: level }, source.language),
        to.length,
        to.map(({ id }) => id),
      ]),
    }),
    ...counted(source, recommended, ({ status }) => status, {
      id: "status",
      title: { en: "Status of the recommendations", it: "Stato delle raccomandazioni" },
      names: decided.status.valueNames ?? {},
    }),
    ...counted(source, recommended, worth, {
      id: "worth",
      title: { en: "Impact and effort", it: "Impatto e sforzo" },
      names: WORTH,
      none: { en: "Not weighed yet", it: "Non ancora pesate" },
    }),
    ...figure(source, {
      id: "overdue",
      title: { en: "Past their deadline", it: "Oltre la scadenza" },
      columns: [HOW_MANY, WHICH],
      rows: late.length === 0 ? [] : [[late.length, late.map(({ id }) => id)]],
    }),
    ...openCells(source, "cards"),
  ];
};
