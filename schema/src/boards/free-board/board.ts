import { defineBoard } from "../../document/define-board.ts";
import { anchor } from "../../document/fields/anchor.ts";
import { choice } from "../../document/fields/choice.ts";
import { colour, PAPER_COLOURS } from "../../document/fields/colour.ts";
import { points } from "../../document/fields/points.ts";
import { position } from "../../document/fields/position.ts";
import { size } from "../../document/fields/size.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { CARD, COLOUR, inItsLanguage, LINE, PARAGRAPH, PLACE, placed, translated } from "../item-parts.ts";

/** The inks that lines are drawn in; each is told apart by its name too. */
export const INK_COLOURS = ["ink", "green", "brass", "red", "blue"] as const;

/** A long stroke of a steady hand at sixty points a second. */
const MOST_POINTS = 2_000;

const place = labelled(position(), PLACE);
const drawnSize = labelled(size(), { label: { en: "Size", it: "Dimensioni" } });
const paper = labelled(colour(PAPER_COLOURS), COLOUR);
const ink = labelled(colour(INK_COLOURS), COLOUR);
const words = (maxLength: number) => labelled(text({ maxLength }), { label: { en: "Text", it: "Testo" } });
const end = (label: { en: string; it: string }) =>
  labelled(anchor({ collections: ["notes", "texts", "shapes", "frames"] }), { label });

/** The free board: a plane without a method. Its items are declared here and drawn by the canvas. */
export const freeBoard = defineBoard({
  kind: "free_board",
  structure: { type: "canvas" },
  versions: { Initial: 1 },
  sections: [],
  collections: {
    notes: {
      item: "note",
      names: { one: { en: "note", it: "nota" }, many: { en: "notes", it: "note" } },
      title: "text",
      fields: {
        text: words(CARD),
        language: inItsLanguage,
        translations: translated(CARD),
        position: place,
        size: drawnSize,
        colour: paper,
        ...placed,
      },
    },
    texts: {
      item: "note",
      names: { one: { en: "text", it: "testo" }, many: { en: "texts", it: "testi" } },
      title: "text",
      fields: {
        text: words(PARAGRAPH),
        language: inItsLanguage,
        translations: translated(PARAGRAPH),
        position: place,
        size: drawnSize,
        ...placed,
      },
    },
    shapes: {
      item: "shape",
      names: { one: { en: "shape", it: "forma" }, many: { en: "shapes", it: "forme" } },
      title: "text",
      fields: {
        form: labelled(choice(["rectangle", "ellipse", "diamond", "triangle"]), {
          label: { en: "Form", it: "Forma" },
          valueNames: {
            rectangle: { en: "rectangle", it: "rettangolo" },
            ellipse: { en: "ellipse", it: "ellisse" },
            diamond: { en: "diamond", it: "rombo" },
            triangle: { en: "triangle", it: "triangolo" },
          },
        }),
        text: words(LINE),
        language: inItsLanguage,
        translations: translated(LINE),
        position: place,
        size: drawnSize,
        colour: paper,
        ...placed,
      },
    },
    connectors: {
      item: "link",
      names: { one: { en: "connector", it: "connettore" }, many: { en: "connectors", it: "connettori" } },
      title: "text",
      fields: {
        from: end({ en: "From", it: "Da" }),
        to: end({ en: "To", it: "A" }),
        heads: labelled(choice(["end", "both", "none"]), {
          label: { en: "Arrowheads", it: "Punte" },
          valueNames: {
            end: { en: "at the end", it: "alla fine" },
            both: { en: "at both ends", it: "alle due estremità" },
            none: { en: "none", it: "nessuna" },
          },
        }),
        text: words(LINE),
        language: inItsLanguage,
        translations: translated(LINE),
        colour: ink,
        ...placed,
      },
    },
    strokes: {
      item: "shape",
      names: { one: { en: "stroke", it: "tratto" }, many: { en: "strokes", it: "tratti" } },
      fields: {
        points: labelled(points({ maxPoints: MOST_POINTS }), { label: { en: "Points", it: "Punti" } }),
        position: place,
        colour: ink,
        width: labelled(choice(["fine", "medium", "broad"]), {
          label: { en: "Width", it: "Spessore" },
          valueNames: {
            fine: { en: "fine", it: "sottile" },
            medium: { en: "medium", it: "medio" },
            broad: { en: "broad", it: "spesso" },
          },
        }),
        ...placed,
      },
    },
    frames: {
      item: "shape",
      names: { one: { en: "frame", it: "riquadro" }, many: { en: "frames", it: "riquadri" } },
      title: "title",
      fields: {
        title: labelled(text({ maxLength: LINE }), { label: { en: "Title", it: "Titolo" } }),
        language: inItsLanguage,
        translations: translated(LINE),
        position: place,
        size: drawnSize,
        ...placed,
      },
    },
  },
  migrations: [],
});

export type FreeNote = Item<typeof freeBoard, "notes">;
