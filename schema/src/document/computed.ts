import type { FieldWords } from "./field.ts";
import type { AnyItem } from "./read-board.ts";

/** What a column can follow to: a number, a code whose name `valueNames` has, or nothing. */
export type ComputedValue = number | string | boolean | null;

/** A column that follows from an item's own fields and the day it is read. */
export interface ComputedField extends FieldWords {
  /** What `compute` answers where it answers anything; a code is one of `valueNames`. */
  readonly gives: "number" | "code" | "mark";
  /** Total: reading already made the item's values what the declaration says. `today` is an ISO calendar date. */
  compute(item: AnyItem, today: string): ComputedValue;
}

export type ComputedFields = Readonly<Record<string, ComputedField>>;

/** The computed columns of an item. */
export function computedOf(
  { computed = {} }: { readonly computed?: ComputedFields },
  item: AnyItem,
  today: string,
): Record<string, ComputedValue> {
  return Object.fromEntries(
    Object.entries(computed).map(([name, field]) => [name, field.compute(item, today)]),
  );
}
