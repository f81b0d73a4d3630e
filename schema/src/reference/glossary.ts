import data from "./data/glossary.json" with { type: "json" };

/** A term of the field in English and Italian with a definition in our own words. */
export interface GlossaryTerm {
  readonly en: string;
  readonly it: string;
  readonly definition: string;
}

/** The field's dictionary, in its editorial order. */
export function glossary(): readonly GlossaryTerm[] {
  return data.terms.map((term) => ({ en: term.en, it: term.it, definition: term.definition_en }));
}
