import { CloudLightning, ShieldCheck, Sunrise, TriangleAlert } from "@lucide/vue";

/** The sections of the matrix in reading order, as the board's document names them. */
export const sectionCodes = ["S", "W", "O", "T"] as const;
export type SectionCode = (typeof sectionCodes)[number];

/** Icon and tile pattern tell sections apart without hue; the words stand beside them. */
export const sectionIcons = { S: ShieldCheck, W: TriangleAlert, O: Sunrise, T: CloudLightning };

/** The GraphQL enum `SwotSection` in the document's own letters. */
export const sectionOfEnum = {
  STRENGTHS: "S",
  WEAKNESSES: "W",
  OPPORTUNITIES: "O",
  THREATS: "T",
} as const;

/** Sections of a SWOT: every one of them stands in the matrix, which boards of other kinds have not. */
export const inMatrix = <Section extends Record<"key", keyof typeof sectionOfEnum | null>>(
  sections: readonly Section[],
): (Section & { [Name in keyof Section]: NonNullable<Section[Name]> })[] =>
  sections.filter((section): section is Section & { [Name in keyof Section]: NonNullable<Section[Name]> } =>
    Object.values(section).every((value) => value !== null),
  );
