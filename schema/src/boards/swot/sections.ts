import type { AxisValue, MatrixSection } from "../../document/define-board.ts";
import { LANGUAGES } from "../../reference/languages.ts";
import type { LocalisedText } from "../../reference/localised-text.ts";
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
export const SWOT_SECTIONS: readonly MatrixSection<SwotSection>[] = template.structure.sections.flatMap(
  ({ id: key, ...section }) =>
    isSwotSection(key)
      ? [
          {
            key,
            name: { ...wordFor(key), ...section.name },
            guidingQuestions: section.guiding_questions,
            row: section.row,
            column: section.column,
            icon: section.icon,
            colourToken: section.colour_token,
          },
        ]
      : [],
);

function isSwotSection(key: string): key is SwotSection {
  return SWOT_SECTION_KEYS.some((known) => known === key);
}

function wordFor(key: SwotSection): LocalisedText {
  return Object.fromEntries(LANGUAGES.map(({ code, swot }) => [code, swot[key]]));
}
