import type { BoardDefinition, CollectionDefinition, Fields } from "../document/define-board.ts";
import type { Field, FieldWords } from "../document/field.ts";
import { isSectionRef, sectionRef } from "../document/fields/section-ref.ts";
import type { TemplateContent } from "./template-content.ts";

/**
 * The declaration of one board: its kind's, with the sections and words of its own template. Gate, reading, editing and
 * views take it in place of the kind's, so that exactly the board's own sections are admitted. `content` must have been
 * checked by `checkTemplateContent`; null, for a board of a shipped template, gives the kind's declaration itself.
 */
export function withTemplate(board: BoardDefinition, content: TemplateContent | null): BoardDefinition {
  if (!content) return board;
  const sections = content.sections.map((section) => ({
    ...board.sections.find(({ key }) => key === section.key),
    ...section,
  }));
  const collections = Object.entries(board.collections).map(([name, collection]) => [
    name,
    worded(collection, name, content),
  ]);
  return { ...board, sections, collections: Object.fromEntries(collections) };
}

function worded(
  collection: CollectionDefinition,
  name: string,
  content: TemplateContent,
): CollectionDefinition {
  const wordsOf = (field: string): Partial<FieldWords> => {
    const column = content.columns.find(
      (candidate) => candidate.collection === name && candidate.field === field,
    );
    return column ? { ...(column.label && { label: column.label }), hidden: !column.shown } : {};
  };
  const reword = <Declared extends object>(declared: Readonly<Record<string, Declared>>) =>
    Object.fromEntries(
      Object.entries(declared).map(([field, words]) => [field, { ...words, ...wordsOf(field) }]),
    );
  const { decided, computed } = collection;
  return {
    ...collection,
    fields: withSections(collection.fields, reword<Field>(collection.fields), content),
    ...(decided && { decided: reword(decided) }),
    ...(computed && { computed: reword(computed) }),
  };
}

function withSections(
  declared: Fields,
  reworded: Readonly<Record<string, Field>>,
  content: TemplateContent,
): Fields {
  const fields: Fields = { ...declared, ...reworded };
  const [first, ...others] = content.sections.map(({ key }) => key);
  if (first === undefined || !isSectionRef(fields["section"])) return fields;
  return { ...fields, section: { ...fields["section"], ...sectionRef([first, ...others]) } };
}
