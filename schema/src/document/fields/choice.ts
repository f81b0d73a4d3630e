import type { Field } from "../field.ts";
import { InvalidEdit, type InvalidEditCode } from "../invalid-edit.ts";

export interface ChoiceField<Value extends string> extends Field<Value, "plain"> {
  readonly values: readonly Value[];
}

/** One of a fixed list of values; what is not in the list reads as the first. */
export function choice<const Value extends string>(
  values: readonly [Value, ...Value[]],
  options: { kind?: string; code?: InvalidEditCode; required?: boolean } = {},
): ChoiceField<Value> {
  const { kind = "choice", code = "INVALID_VALUE", required = false } = options;
  const isChoice = (value: unknown): value is Value => values.some((known) => known === value);
  return {
    kind,
    shared: "plain",
    initial: values[0],
    required,
    values,
    read: (raw) => (isChoice(raw) ? raw : values[0]),
    check(value, name = kind) {
      if (!isChoice(value)) throw new InvalidEdit(code, name, `${name} must be one of ${values.join(", ")}.`);
      return value;
    },
  };
}
