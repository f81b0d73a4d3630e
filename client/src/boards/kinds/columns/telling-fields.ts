import { type AnyItem, type CollectionDefinition, isFilled } from "@tavolo/schema";
import type { DeclaredField } from "../cells/declared-field.ts";
import { fieldValue } from "../cells/field-value.ts";

/** As many as a card shows without being opened. */
const MOST = 4;
/** Longer texts are read in the card. */
const SHORT_TEXT = 160;
const SHORT_KINDS = new Set([
  "option",
  "choice",
  "choices",
  "reference",
  "references",
  "rating",
  "number",
  "money",
  "organisation",
  "organisations",
  "date",
  "period",
  "tags",
  "provision",
  "provisions",
  "links",
]);

/** The fields that say something of an item at a glance: filled, short, what follows from others last. */
export function tellingFields(
  collection: CollectionDefinition,
  item: AnyItem,
  today: string,
  hidden: readonly string[] = [],
): string[] {
  const { computed = {}, fields, title } = collection;
  const isTold = (name: string): boolean => {
    const { kind, maxLength = Infinity } = fields[name] as DeclaredField;
    if (kind === "mark") return item[name] === true;
    return SHORT_KINDS.has(kind) || (kind === "text" && maxLength <= SHORT_TEXT);
  };
  const following = Object.keys(computed);
  const told = Object.keys(fields).filter((name) => name !== title && isTold(name));
  const filled = (names: readonly string[]) =>
    names.filter((name) => !hidden.includes(name) && isFilled(fieldValue(collection, item, name, today)));
  const last = filled(following).slice(0, 1);
  return [...filled(told).slice(0, MOST - last.length), ...last];
}
