import {
  type Anchor,
  type BreakdownField,
  type Field,
  inLanguage,
  type LanguageCode,
  linksOf,
  scoresOf,
  type Translations,
} from "@tavolo/schema";
import { citeProvision } from "@tavolo/schema/reference/cite-provision";
import { frameworkById, provisionById } from "@tavolo/schema/reference/library";
import { enumValueName } from "../../kinds/type-names.ts";
import { enumName, translationsOf } from "./api-names.ts";

type Tell = (value: never, field: Field, language: LanguageCode) => unknown;

const code = (value: string): string => enumValueName(value);

/** Kinds of fields whose values the API tells in another form than documents hold them; a test compares them all. */
const telling: Readonly<Record<string, Tell>> = {
  language: enumName,
  translations: (value: Translations) => translationsOf(value),
  choice: code,
  colour: code,
  option: code,
  choices: (values: readonly string[]) => values.map(code),
  provision: (id: string, _field, language) => citedIn(id, language)[0] ?? null,
  provisions: (ids: readonly string[], _field, language) => ids.flatMap((id) => citedIn(id, language)),
  links: (value: Parameters<typeof linksOf>[0]) => linksOf(value),
  scores: (value: Readonly<Record<string, number>>) =>
    scoresOf(value).map(({ against, group, score }) => ({ against, group: enumName(group), score })),
  breakdown: (value: Readonly<Record<string, number>>, field) =>
    (field as BreakdownField).parts.flatMap((part) => {
      const counted = value[part];
      return counted === undefined ? [] : [{ part, value: counted }];
    }),
  anchor: (value: Anchor) =>
    "place" in value ? { collection: null, item: null, place: value.place } : { ...value, place: null },
};

/** A field’s value as the API tells it. */
export const reportValue = (field: Field, value: unknown, language: LanguageCode): unknown => {
  const tell = telling[field.kind];
  return tell && value !== null && value !== undefined ? tell(value as never, field, language) : value;
};

const citedIn = (id: string, language: LanguageCode) => {
  const provision = provisionById(id);
  const framework = provision && frameworkById(provision.frameworkId);
  if (!framework) return [];
  return [
    {
      id,
      citation: citeProvision(framework, provision, language),
      title: inLanguage(provision.title, language),
    },
  ];
};
