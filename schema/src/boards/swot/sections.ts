import type { AxisValue, SectionDefinition } from "../../document/define-board.ts";
import { LANGUAGES } from "../../reference/languages.ts";
import template from "./template.json" with { type: "json" };

/** Strengths, weaknesses, opportunities, threats: in reading order. */
export const SWOT_SECTION_KEYS = ["S", "W", "O", "T"] as const;
export type SwotSection = (typeof SWOT_SECTION_KEYS)[number];

/** Helpful and harmful across, internal and external down. */
export const SWOT_AXES: {
  readonly rows: readonly AxisValue[];
  readonly columns: readonly AxisValue[];
} = template.structure.axes;

/** The four sections; named in every partner language, asked about in English and Italian. */
export const SWOT_SECTIONS: readonly SectionDefinition<SwotSection>[] = template.structure.sections.map(
  (section) => {
    const key = section.id as SwotSection;
    return {
      key,
      name: { ...Object.fromEntries(LANGUAGES.map(({ code, swot }) => [code, swot[key]])), ...section.name },
      guidingQuestions: section.guiding_questions,
      row: section.row,
      column: section.column,
      icon: section.icon,
      colourToken: section.colour_token,
    };
  },
);
