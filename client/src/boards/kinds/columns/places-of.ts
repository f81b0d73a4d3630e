import { type BoardDefinition, inLanguage, type LanguageCode } from "@tavolo/schema";

/** A place that items are put in by hand: a section, or a side. */
export interface Place {
  readonly key: string;
  readonly name: string;
}

/** The field that says where an item of a collection stands, and what it can say; null where that follows from others. */
export function placesOf(
  definition: BoardDefinition,
  collection: string,
  language: LanguageCode,
): { readonly field: string; readonly places: readonly Place[] } | null {
  const { structure } = definition;
  const { fields } = definition.collections[collection]!;
  if (fields["section"]) {
    const places = definition.sections.map(({ key, name }) => ({ key, name: inLanguage(name, language) }));
    return { field: "section", places };
  }
  if (structure.type !== "scoreMatrix" || structure.items !== collection) return null;
  const { valueNames = {} } = fields[structure.side]!;
  const places = [...structure.rows, ...structure.columns].map((key) => {
    const name = valueNames[key];
    return { key, name: name ? inLanguage(name, language) : key };
  });
  return { field: structure.side, places };
}
