import {
  type BoardDefinition,
  type CollectionDefinition,
  type ComputedField,
  type Field,
  type FieldWords,
  inLanguage,
  type LanguageCode,
  type NumberField,
  type TranslationsField,
} from "@tavolo/schema";
import { enumValueName, pageName } from "../../kinds/type-names.ts";
import type { LocalisedText } from "../../database/localised-text.ts";
import type { ReportedCollection, ReportedColumn } from "./kind-report.ts";

/** What every item has, and what stands beside the texts it belongs to: no columns of their own. */
const APART: readonly string[] = ["rank", "language", "translations"];
/** Kinds of fields whose values the API has enums for. */
const CODED: readonly string[] = ["choice", "colour", "option", "choices", "code"];

type Declared = (Field | (ComputedField & { readonly kind: string })) & Partial<FieldWords>;

/** The collections of a board, those of the structure first, with the columns that its template shows. */
export const reportCollections = (
  definition: BoardDefinition,
  language: LanguageCode,
): ReportedCollection[] => {
  const { structure, collections, kind } = definition;
  const main = structure.type === "canvas" ? null : structure.items;
  return Object.entries(collections)
    .toSorted(([a], [b]) => Number(b === main) - Number(a === main))
    .map(([collection, declared]) => ({
      collection,
      page: pageName(kind, collection),
      one: inLanguage(declared.names.one, language),
      many: inLanguage(declared.names.many, language),
      title: declared.title ?? null,
      columns: columnsOf(
        definition,
        declared,
        structure.type === "table" && collection === main ? structure.columns : [],
        language,
      ),
    }));
};

const columnsOf = (
  { sections, ownSections = false }: BoardDefinition,
  declared: CollectionDefinition,
  inOrder: readonly string[],
  language: LanguageCode,
): ReportedColumn[] => {
  const { fields, decided = {}, computed = {} } = declared;
  const written = Object.fromEntries(
    Object.entries(fields).filter(([name, { kind }]) => !APART.includes(kind) && name !== "removed"),
  );
  const all: Readonly<Record<string, Declared>> = { ...written, ...decided, ...withKinds(computed) };
  // A section is a column where the template asks for it; else it is what rows stand under.
  const names = Object.keys(all).filter(
    (name) => !all[name]?.hidden && (all[name]?.kind !== "section" || all[name].column !== undefined),
  );
  const heads = columnHeads(all);
  return [
    ...inOrder.filter((name) => names.includes(name)),
    ...names.filter((name) => !inOrder.includes(name)),
  ].map((name) => {
    const field = all[name]!;
    const valueNames =
      field.kind === "section"
        ? Object.fromEntries(sections.map(({ key, name: words }) => [key, words]))
        : field.valueNames;
    const isCoded = field.kind === "section" ? !ownSections : CODED.includes(field.kind);
    return {
      field: name,
      column: heads.get(name) ?? name,
      label: field.label ? inLanguage(field.label, language) : name,
      kind: field.kind,
      origin: name in decided ? "DECIDED" : name in computed ? "COMPUTED" : "WRITTEN",
      valueNames: namesIn(valueNames, isCoded, language),
      translations: field.kind === "text" ? translationsFor(declared, name) : null,
      unitField: ("unitField" in field && (field as NumberField).unitField) || null,
    };
  });
};

const withKinds = (
  computed: NonNullable<CollectionDefinition["computed"]>,
): Readonly<Record<string, Declared>> =>
  Object.fromEntries(
    Object.entries(computed).map(([name, field]) => [name, { ...field, kind: field.gives }]),
  );

/** By field, the head of its column: the template’s id; where two fields answer one question, each its own. */
const columnHeads = (all: Readonly<Record<string, Declared>>): ReadonlyMap<string, string> => {
  const asked = Map.groupBy(Object.keys(all), (name) => all[name]?.column ?? snake(name));
  return new Map(
    [...asked].flatMap(([column, names]) => {
      const own = names.find((name) => snake(name) === column) ?? names[0];
      return names.map((name): [string, string] => {
        if (name === own) return [name, column];
        return [name, snake(name).startsWith(`${column}_`) ? snake(name) : `${column}_${snake(name)}`];
      });
    }),
  );
};

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const namesIn = (
  names: Readonly<Record<string, LocalisedText>> = {},
  isCoded: boolean,
  language: LanguageCode,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).map(([value, words]) => [
      isCoded ? enumValueName(value) : value,
      inLanguage(words, language),
    ]),
  );

const translationsFor = ({ fields, title }: CollectionDefinition, text: string): string | null =>
  Object.keys(fields).find((name) => {
    const field = fields[name];
    return field?.kind === "translations" && ((field as TranslationsField).of ?? title) === text;
  }) ?? null;
