const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first letter of a name for a disc, upper case; a composed sign such as an emoji stays whole. */
export const initialOf = (name: string): string =>
  [...letters.segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? "";
