import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

export interface OptionField<Value extends string> extends Field<Value | null, "plain"> {
  readonly kind: "option";
  readonly values: readonly Value[];
}

/**
 * One of a fixed list of values, or `null` as long as nobody has chosen. Unlike a `choice`, which starts with its
 * first value, its cell may stand empty; a value this version does not know reads as not chosen.
 */
export function option<const Value extends string>(values: readonly [Value, ...Value[]]): OptionField<Value> {
  const isOption = (value: unknown): value is Value => values.some((known) => known === value);
  return {
    kind: "option",
    shared: "plain",
    initial: null,
    required: false,
    values,
    read: (raw) => (isOption(raw) ? raw : null),
    check(value, name = "option") {
      if (value === null || isOption(value)) return value;
      throw new InvalidEdit("INVALID_VALUE", name, `${name} must be one of ${values.join(", ")}.`);
    },
  };
}
