import { focusGroup, themes } from "@tavolo/schema";
import { figure, type FiguresOf, itemsOf } from "./figure-source.ts";

/** How often each theme came up, in the notes that may leave the board. */
export const themeFigures: FiguresOf = (source) =>
  figure(source, {
    id: "themes",
    title: { en: "Themes", it: "Temi" },
    note: {
      en: "How many notes speak of a theme is no measure of how many people do.",
      it: "Quante note parlano di un tema non misura quante persone ne parlano.",
    },
    columns: [
      ["theme", "text", { en: "Theme", it: "Tema" }],
      ["notes", "number", { en: "Notes", it: "Note" }],
    ],
    rows: themes(itemsOf(source, focusGroup, "notes")).map(({ theme, notes }) => [theme, notes]),
  });
