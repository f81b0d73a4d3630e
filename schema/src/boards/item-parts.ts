import { labelled } from "../document/labelled.ts";
import { language } from "../document/fields/language.ts";
import { mark } from "../document/fields/mark.ts";
import { rank } from "../document/fields/rank.ts";
import { translations } from "../document/fields/translations.ts";

/** What every item has beside its content: its place in the order, and whether it lies in the bin. */
export const placed = {
  rank: labelled(rank(), { label: { en: "Order", it: "Ordine" } }),
  removed: labelled(mark(), { label: { en: "In the bin", it: "Nel cestino" } }),
};

/** The language that an item is written in. */
export const inItsLanguage = labelled(language(), { label: { en: "Language", it: "Lingua" } });

/** Translations of an item's title, or of the text `of`. */
export const translated = (maxLength: number, of?: string) =>
  labelled(translations({ maxLength, ...(of !== undefined && { of }) }), {
    label: { en: "Translations", it: "Traduzioni" },
  });

/** What the sections of most boards are called. */
export const SECTION = { label: { en: "Section", it: "Sezione" } };
/** Where an item lies on the canvas. */
export const PLACE = { label: { en: "Place on the canvas", it: "Posizione sulla lavagna" } };
/** The colour of an item; never the only carrier of a meaning. */
export const COLOUR = { label: { en: "Colour", it: "Colore" } };

/** Limits of the texts that kinds share, in code points: a line of a cell, a card read aloud, a paragraph. */
export const LINE = 160;
export const CARD = 300;
export const PARAGRAPH = 1_200;

/** Where a result comes from: the notes, groups and strategies it answers to. */
export const COMES_FROM = { label: { en: "Comes from", it: "Deriva da" } };
