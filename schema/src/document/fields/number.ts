import type { LocalisedText } from "../../reference/localised-text.ts";
import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

/** With four decimals still exact in a double, and far more than a city counts. */
export const LARGEST_NUMBER = 100_000_000_000;
const MOST_DECIMALS = 4;

export interface NumberField extends Field<number | null, "plain"> {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  /** What is counted, where that is the same in every row. */
  readonly unit?: LocalisedText;
  /** The choice of the same collection that holds the unit, where each row has its own. */
  readonly unitField?: string;
}

/** A number within bounds, with at most `decimals` places after the point (none unless told), or `null`. */
export function number(
  options: { min?: number; max?: number; decimals?: number; unit?: LocalisedText; unitField?: string } = {},
): NumberField {
  const { min = -LARGEST_NUMBER, max = LARGEST_NUMBER, decimals = 0, unit, unitField } = options;
  if (decimals > MOST_DECIMALS) throw new Error(`A number has at most ${MOST_DECIMALS} decimals.`);
  const isNumber = (value: unknown): value is number =>
    typeof value === "number" && value >= min && value <= max && Number(value.toFixed(decimals)) === value;
  return {
    kind: "number",
    shared: "plain",
    initial: null,
    required: false,
    min,
    max,
    decimals,
    ...(unit && { unit }),
    ...(unitField !== undefined && { unitField }),
    read: (raw) => (isNumber(raw) ? withoutMinusZero(raw) : null),
    check(value, name = "number") {
      if (value === null) return null;
      if (!isNumber(value)) {
        const places = decimals === 0 ? "a whole number" : `a number with at most ${decimals} decimals`;
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be ${places} between ${min} and ${max}.`);
      }
      return withoutMinusZero(value);
    },
  };
}

/** JSON has no minus zero: what was written as one would read back as something else. */
function withoutMinusZero(value: number): number {
  return value + 0;
}
