import type { SectionDefinition } from "../document/define-board.ts";
import type { LocalisedText } from "../reference/localised-text.ts";

/** The sections of a template under the keys that a board declares, in their order; throws where they differ. */
export function templateSections<const Key extends string>(
  keys: readonly Key[],
  sections: readonly {
    readonly id: string;
    readonly name: LocalisedText;
    readonly guiding_questions: readonly LocalisedText[];
  }[],
): readonly SectionDefinition<Key>[] {
  if (keys.join() !== sections.map(({ id }) => id).join()) {
    throw new Error(`The template’s sections are not ${keys.join()}.`);
  }
  return keys.flatMap((key) => {
    const section = sections.find(({ id }) => id === key);
    return section ? [{ key, name: section.name, guidingQuestions: section.guiding_questions }] : [];
  });
}
