import { inLanguage, type LanguageCode, SWOT_SECTIONS, type SwotSection, swot } from "@tavolo/schema";

/** A section in the words of one language. */
export interface SectionWords {
  readonly name: string;
  /** Its places on the axes: "Internal, helpful". */
  readonly axes: string;
  readonly questions: readonly string[];
}

/** Name, axes and guiding questions of a section, as the template gives them. */
export function sectionWords(section: SwotSection, language: LanguageCode): SectionWords {
  const definition = SWOT_SECTIONS.find(({ key }) => key === section);
  if (!definition) return { name: section, axes: "", questions: [] };
  const axis = (
    values: readonly { code: string; name: Parameters<typeof inLanguage>[0] }[],
    code: string,
  ) => {
    const value = values.find((candidate) => candidate.code === code);
    return value ? inLanguage(value.name, language) : code;
  };
  const row = axis(swot.axes.rows, definition.row);
  const column = axis(swot.axes.columns, definition.column);
  return {
    name: inLanguage(definition.name, language),
    axes: `${row}, ${column.toLocaleLowerCase(language)}`,
    questions: definition.guidingQuestions.map((question) => inLanguage(question, language)),
  };
}
