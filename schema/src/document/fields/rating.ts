import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

export interface RatingField extends Field<number | null, "plain"> {
  readonly kind: "rating";
  readonly min: number;
  readonly max: number;
}

/** A step on a scale of whole numbers such as 0–4, or `null` as long as nobody has rated. */
export function rating(options: { min: number; max: number }): RatingField {
  const { min, max } = options;
  return {
    kind: "rating",
    shared: "plain",
    initial: null,
    required: false,
    min,
    max,
    read: (raw) => (isStep(raw, options) ? raw + 0 : null),
    check(value, name = "rating") {
      if (value === null) return null;
      if (!isStep(value, options)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a whole number from ${min} to ${max}.`);
      }
      return value + 0;
    },
  };
}

/** Whether a value is a step of the scale. */
export function isStep(value: unknown, { min, max }: { min: number; max: number }): value is number {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}
