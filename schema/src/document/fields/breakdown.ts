import { InvalidEdit } from "../invalid-edit.ts";
import { mapField, type MapField } from "../map-field.ts";
import { LARGEST_NUMBER } from "./number.ts";

export interface BreakdownField extends MapField<number> {
  /** What the count is broken down by, such as `age`. */
  readonly dimension: string;
  readonly parts: readonly string[];
  readonly max: number;
}

/**
 * Counts (or levels, with a `max`) by the parts of one dimension, such as age bands. Each part is set by itself; a
 * missing one is not known.
 */
export function breakdown(options: {
  dimension: string;
  parts: readonly string[];
  max?: number;
}): BreakdownField {
  const { dimension, parts, max = LARGEST_NUMBER } = options;
  const isCount = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;
  const field = mapField<number>({
    kind: "breakdown",
    maxItems: parts.length,
    readEntry: (part, raw) => (parts.includes(part) && isCount(raw) ? raw + 0 : null),
    checkEntry(part, value, name) {
      if (!parts.includes(part)) {
        throw new InvalidEdit(
          "UNKNOWN_REFERENCE",
          name,
          `${name} has a part that is not one of ${dimension}.`,
        );
      }
      if (!isCount(value))
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must hold whole numbers up to ${max}.`);
      return value + 0;
    },
  });
  return { ...field, dimension, parts, max };
}
