import { isLanguageCode, type LanguageCode } from "../reference/languages.ts";
import type { CollectionDefinition } from "./define-board.ts";
import type { Field } from "./field.ts";
import { isRecord } from "./json.ts";

/** An item as it was read, or as the projection stores it. */
type ReadItem = Readonly<Record<string, unknown>>;

/** What an item says in its own language: its texts, in the order in which they are declared, without empty ones. */
export function textsOfItem(collection: CollectionDefinition, item: ReadItem): string[] {
  return filled(valuesOf(item, partsOf(collection).texts));
}

/** What an item is called by, as one text: its title where its collection names one and it is filled, else all that it says. */
export function titleOfItem(collection: CollectionDefinition, item: ReadItem): string {
  const title = collection.title === undefined ? [] : filled([item[collection.title]]);
  return title[0] ?? textsOfItem(collection, item).join(" · ");
}

/** Everything that a search looks through: an item's texts, their translations, and its free words. */
export function searchedTexts(collection: CollectionDefinition, item: ReadItem): string[] {
  const { translations, words } = partsOf(collection);
  const translated = valuesOf(item, translations)
    .flatMap((byLanguage) => (isRecord(byLanguage) ? Object.values(byLanguage) : []))
    .map((translation) => (isRecord(translation) ? translation["text"] : null));
  return [...textsOfItem(collection, item), ...filled(translated), ...filled(valuesOf(item, words).flat())];
}

/** The ids of the provisions that an item cites in any of its fields, each once and sorted. */
export function citedProvisions(collection: CollectionDefinition, item: ReadItem): string[] {
  const { provisions } = partsOf(collection);
  return [...new Set(filled(valuesOf(item, provisions).flat()))].sort();
}

/** The language that an item says it is written in; null where its kind does not ask. */
export function languageOfItem(collection: CollectionDefinition, item: ReadItem): LanguageCode | null {
  const [language] = valuesOf(item, partsOf(collection).language);
  return isLanguageCode(language) ? language : null;
}

/** Names of the fields that say something about an item, by what they say. */
interface Parts {
  readonly texts: readonly string[];
  readonly translations: readonly string[];
  readonly words: readonly string[];
  readonly provisions: readonly string[];
  readonly language: readonly string[];
}

/** Asked for every edit of an item: found once. */
const known = new WeakMap<CollectionDefinition, Parts>();

const partsOf = (collection: CollectionDefinition): Parts => {
  const found = known.get(collection) ?? findParts(collection);
  known.set(collection, found);
  return found;
};

const findParts = ({ fields }: CollectionDefinition): Parts => {
  const named = (isWanted: (field: Field) => boolean) =>
    Object.keys(fields).filter((name) => isWanted(fields[name]!));
  const ofKind = (wanted: string) => named(({ kind }) => kind === wanted);
  return {
    texts: ofKind("text"),
    translations: ofKind("translations"),
    words: ofKind("tags"),
    provisions: named(citesProvisions),
    language: ofKind("language"),
  };
};

/** Fields that hold ids of provisions: those made for it, and codes of a list that says it consists of provisions. */
const citesProvisions = (field: Field): boolean => {
  if (field.kind === "provision" || field.kind === "provisions") return true;
  const codes: unknown = "framework" in field ? field.framework : null;
  return isRecord(codes) && codes["ofProvisions"] === true;
};

const valuesOf = (item: ReadItem, names: readonly string[]): unknown[] => names.map((name) => item[name]);

const filled = (texts: readonly unknown[]): string[] =>
  texts.filter((text): text is string => typeof text === "string" && text.trim() !== "");
