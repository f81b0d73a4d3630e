import {
  type AnyItem,
  type BoardDefinition,
  type CollectionDefinition,
  type FieldWords,
  inLanguage,
  isFilled,
  type Link,
  linksOf,
  type Money,
  type NamedOrganisation,
} from "@tavolo/schema";
import type { UiLanguage } from "../../../i18n/languages.ts";
import type { DeclaredField } from "./declared-field.ts";
import { fieldValue, storedField } from "./field-value.ts";

/** Somebody who reads a board in one language, and what the words of a value need beside the value. */
export interface Reader {
  readonly definition: BoardDefinition;
  readonly language: UiLanguage;
  readonly locale: string;
  /** An ISO calendar date. */
  readonly today: string;
  /** Words of the interface, such as yes, no and the parts of a year. */
  say(key: string, values?: Readonly<Record<string, unknown>>): string;
  /** What another item of the board is called. */
  titleOf(collection: string, id: string): string;
  /** How a provision is cited, such as “Art. 21”. */
  cite(id: string): string;
}

interface Told {
  readonly reader: Reader;
  readonly field: DeclaredField;
  readonly collection: CollectionDefinition;
  readonly item: AnyItem;
}

/** What a field, or a decided or computed column, says of an item as one text; empty where nothing stands there. */
export function fieldText(
  reader: Reader,
  collection: CollectionDefinition,
  item: AnyItem,
  name: string,
): string {
  const value = fieldValue(collection, item, name, reader.today);
  if (!isFilled(value)) return "";
  const field = storedField(collection, name);
  if (!field) return followingText(reader, collection.computed?.[name], value);
  return texts[field.kind]?.(value as never, { reader, field, collection, item }) ?? "";
}

/** What one of a field’s values is called: by the template, by its section or colour, or else by its code. */
export function valueName(
  reader: Reader,
  words: Partial<FieldWords> & { kind?: string },
  value: unknown,
): string {
  const code = String(value);
  const name = words.valueNames?.[code];
  if (name) return inLanguage(name, reader.language);
  const section = words.kind === "section" && reader.definition.sections.find(({ key }) => key === code);
  if (section) return inLanguage(section.name, reader.language);
  if (words.kind === "colour") return reader.say(`colour.${code}`);
  return words.kind === "language" ? languageName(reader, code) : code;
}

/** A step of a scale with its name: “3 – applied”; without one, “3 of 4”. */
export function stepName(reader: Reader, field: DeclaredField, step: number): string {
  const name = field.valueNames?.[String(step)];
  if (name) return `${step} – ${inLanguage(name, reader.language)}`;
  return reader.say("step", { step, max: field.max ?? step });
}

/** The unit that a number of this item is in; empty where there is none, or the number says it itself. */
export function unitName(
  reader: Reader,
  { unit, unitField }: DeclaredField,
  told: Omit<Told, "field">,
): string {
  if (unit) return inLanguage(unit, reader.language);
  const code = unitField === undefined ? null : told.item[unitField];
  const words = unitField === undefined ? undefined : told.collection.fields[unitField];
  return typeof code === "string" && words ? valueName(reader, words, code) : "";
}

/** An amount with its currency, without cents where there are none. */
export function moneyText({ locale }: Pick<Reader, "locale">, { minor, currency }: Money): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  }).format(minor / 100);
}

const PERIOD = /^(\d{4})-([HQ]\d)$/;

/** A period in words: 2024, first half of 2024, May 2024, 31 May 2024. */
export function periodText(reader: Reader, value: string): string {
  const [, year, part] = PERIOD.exec(value) ?? [];
  if (part) return reader.say(`period.${part}`, { year });
  if (value.length === 4) return value;
  if (value.length > 7) return dateText(reader, value);
  return inDays(reader, `${value}-01`, { month: "long", year: "numeric" });
}

export const dateText = (reader: Pick<Reader, "locale">, value: string): string =>
  inDays(reader, value, { dateStyle: "medium" });

export const languageName = ({ language }: Pick<Reader, "language">, code: string): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;

/** A number as people of a language write it. */
export const numberText = ({ locale }: Pick<Reader, "locale">, value: number, decimals = 4): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);

/** Units that a number carries in itself, and those that say no more than the number. */
const OWN_UNITS: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  percent: { style: "unit", unit: "percent" },
  eur: { style: "currency", currency: "EUR", trailingZeroDisplay: "stripIfInteger" },
  count: {},
  ratio: {},
};

function inUnit(value: number, told: Told): string {
  const { field, item, reader } = told;
  const own = field.unitField === undefined ? undefined : OWN_UNITS[String(item[field.unitField])];
  if (own) {
    return new Intl.NumberFormat(reader.locale, {
      maximumFractionDigits: field.decimals ?? 0,
      ...own,
    }).format(value);
  }
  const unit = unitName(reader, field, told);
  const number = numberText(reader, value, field.decimals);
  return unit ? `${number} ${unit}` : number;
}

function inDays(
  { locale }: Pick<Reader, "locale">,
  day: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function followingText(reader: Reader, words: FieldWords | undefined, value: unknown): string {
  if (typeof value === "number") return numberText(reader, value);
  if (typeof value === "boolean") return reader.say(value ? "yes" : "no");
  return valueName(reader, words ?? {}, value);
}

type TextOf = (value: never, told: Told) => string;

const name: TextOf = (value: unknown, { reader, field }) => valueName(reader, field, value);
const names: TextOf = (value: readonly unknown[], { reader, field }) =>
  value.map((one) => valueName(reader, field, one)).join(", ");
const asItIs: TextOf = (value: string) => value;
const list: TextOf = (value: readonly string[]) => value.join(", ");

/** Words by field kind; a kind that is not here is seen on the canvas alone. */
const texts: Readonly<Record<string, TextOf>> = {
  text: asItIs,
  language: name,
  section: name,
  choice: name,
  colour: name,
  option: name,
  reference: name,
  choices: names,
  references: names,
  translations: (value: object, { reader }: Told) =>
    Object.keys(value)
      .map((code) => languageName(reader, code))
      .join(", "),
  number: (value: number, told: Told) => inUnit(value, told),
  rating: (value: number, { reader, field }: Told) => stepName(reader, field, value),
  mark: (value: boolean, { reader }: Told) => reader.say(value ? "yes" : "no"),
  date: (value: string, { reader }: Told) => dateText(reader, value),
  period: (value: string, { reader }: Told) => periodText(reader, value),
  money: (value: Money, { reader }: Told) => moneyText(reader, value),
  url: asItIs,
  urls: list,
  tags: list,
  organisation: (value: NamedOrganisation) => value.name,
  organisations: (value: readonly NamedOrganisation[]) => value.map((one) => one.name).join(", "),
  provision: (value: string, { reader }: Told) => reader.cite(value),
  provisions: (value: readonly string[], { reader }: Told) => value.map(reader.cite).join(", "),
  links: (value: Parameters<typeof linksOf>[0]) =>
    linksOf(value)
      .map(({ text }: Link) => text)
      .join("; "),
  breakdown: (value: Readonly<Record<string, number>>, { reader, field }: Told) =>
    (field.parts ?? [])
      .flatMap((part) => {
        const count = value[part];
        return count === undefined ? [] : [`${valueName(reader, field, part)}: ${numberText(reader, count)}`];
      })
      .join(", "),
  itemRef: (value: string, { reader, field }: Told) => reader.titleOf(field.collection ?? "", value),
};
