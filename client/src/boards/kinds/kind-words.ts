import {
  type AnyItem,
  type BoardDefinition,
  type CollectionDefinition,
  type FieldWords,
  inLanguage,
  type LanguageCode,
} from "@tavolo/schema";
import { type ShownText, shownText } from "../note-words.ts";

/** A section in the words of one language. */
export interface KindSectionWords {
  readonly key: string;
  readonly name: string;
  readonly questions: readonly string[];
}

/** Name and guiding questions of a board’s sections, as its template gives them. */
export function kindSections(definition: BoardDefinition, language: LanguageCode): KindSectionWords[] {
  return definition.sections.map(({ key, name, guidingQuestions }) => ({
    key,
    name: inLanguage(name, language),
    questions: guidingQuestions.map((question) => inLanguage(question, language)),
  }));
}

/** Everything a collection’s items say of themselves, by name: fields, what is decided, what follows. */
export function columnsOf({
  fields,
  decided = {},
  computed = {},
}: CollectionDefinition): Readonly<Record<string, Partial<FieldWords>>> {
  return { ...fields, ...decided, ...computed };
}

/** What a field, or a decided or computed column, is called. */
export function columnLabel(collection: CollectionDefinition, name: string, language: LanguageCode): string {
  const { label } = columnsOf(collection)[name] ?? {};
  return label ? inLanguage(label, language) : name;
}

/** What an item is called on this screen: its title or a translation of it; an empty text where it has none yet. */
export function itemTitle(
  { title, fields }: CollectionDefinition,
  item: AnyItem,
  reader: LanguageCode,
  preferTranslation: boolean,
): ShownText {
  const text = title === undefined ? null : item[title];
  const original = typeof text === "string" ? text : "";
  const language = (fields["language"] ? item["language"] : reader) as LanguageCode;
  const translations = (fields["translations"] ? item["translations"] : {}) as Parameters<
    typeof shownText
  >[1]["translations"];
  return shownText(original, { language, translations }, reader, preferTranslation);
}
