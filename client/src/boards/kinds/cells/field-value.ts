import { type AnyItem, type CollectionDefinition, computedOf } from "@tavolo/schema";
import type { DeclaredField } from "./declared-field.ts";

/** A field of a collection that is stored: one that is written or one that is decided. */
export function storedField(
  { fields, decided = {} }: CollectionDefinition,
  name: string,
): DeclaredField | undefined {
  return fields[name] ?? decided[name];
}

/** What stands in a field, or follows in a computed column; `today` is an ISO calendar date. */
export function fieldValue(
  collection: CollectionDefinition,
  item: AnyItem,
  name: string,
  today: string,
): unknown {
  const { computed = {} } = collection;
  const column = computed[name];
  return column ? computedOf({ computed: { [name]: column } }, item, today)[name] : item[name];
}

/** The field that holds the translations of a text; undefined where it is not translated. */
export function translationsOf({ title, fields }: CollectionDefinition, text: string): string | undefined {
  return Object.entries(fields).find(
    ([, field]) => field.kind === "translations" && ((field as DeclaredField).of ?? title) === text,
  )?.[0];
}

/** What a value is sorted by among those of its field; null for an empty one, which stands last. */
export function sortKey(field: DeclaredField | undefined, value: unknown): number | string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") {
    const place = field?.values?.indexOf(value) ?? -1;
    return place < 0 ? value : place;
  }
  if (typeof value === "object" && "minor" in value && typeof value.minor === "number") return value.minor;
  if (typeof value === "object" && "name" in value && typeof value.name === "string") return value.name;
  return null;
}
