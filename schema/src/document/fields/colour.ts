import { choice, type ChoiceField } from "./choice.ts";

/** The papers a note can be written on; never the only carrier of a meaning. */
export const PAPER_COLOURS = ["paper", "butter", "rose", "sage", "sky"] as const;
export type PaperColour = (typeof PAPER_COLOURS)[number];

/** The colour of an item out of a fixed palette; an unknown one reads as the palette's first. */
export function colour<const Colour extends string>(
  palette: readonly [Colour, ...Colour[]],
): ChoiceField<Colour> {
  return choice(palette, { kind: "colour" });
}
