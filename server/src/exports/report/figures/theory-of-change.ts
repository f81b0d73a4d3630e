import { inLanguage, type Logic, logicOf, theoryOfChange } from "@tavolo/schema";
import { figure, type FiguresOf, HOW_MANY, itemsOf, WHICH } from "./figure-source.ts";

const SENTENCES: Readonly<Record<Exclude<keyof Logic, "links">, { en: string; it: string }>> = {
  closing: { en: "Links that close a circle", it: "Legami che chiudono un circolo" },
  backwards: {
    en: "Links that lead back against the columns",
    it: "Legami che tornano indietro tra le colonne",
  },
  repeated: { en: "Links that say the same as another", it: "Legami che ripetono un altro legame" },
  open: { en: "Links with an open end", it: "Legami con un’estremità aperta" },
  unsupported: { en: "Steps that nothing leads to", it: "Passi a cui nulla conduce" },
  leadingNowhere: { en: "Steps that lead to nothing", it: "Passi che non conducono a nulla" },
};

/** Whether the chain from what is put in to what people enjoy holds. */
export const changeFigures: FiguresOf = (source) => {
  const logic = logicOf(itemsOf(source, theoryOfChange, "steps"), itemsOf(source, theoryOfChange, "links"));
  const lists = Object.keys(SENTENCES) as (keyof typeof SENTENCES)[];
  return figure(source, {
    id: "logic",
    title: { en: "How the logic holds", it: "Come tiene la logica" },
    columns: [["finding", "text", { en: "Finding", it: "Rilievo" }], HOW_MANY, WHICH],
    rows: lists
      .filter((list) => logic[list].length > 0)
      .map((list) => [inLanguage(SENTENCES[list], source.language), logic[list].length, logic[list]]),
  });
};
