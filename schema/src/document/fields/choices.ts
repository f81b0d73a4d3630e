import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

export interface ChoicesField<Value extends string> extends Field<readonly Value[], "plain"> {
  readonly kind: "choices";
  readonly values: readonly Value[];
}

/** Any of a fixed list of values, each once and in the list's order; values this version does not know are not read. */
export function choices<const Value extends string>(
  values: readonly [Value, ...Value[]],
): ChoicesField<Value> {
  const inOrder = (chosen: readonly unknown[]) => values.filter((value) => chosen.includes(value));
  return {
    kind: "choices",
    shared: "plain",
    initial: [],
    required: false,
    values,
    read: (raw) => (Array.isArray(raw) ? inOrder(raw) : []),
    check(value, name = "choices") {
      const known: readonly unknown[] = values;
      if (!Array.isArray(value) || !value.every((chosen) => known.includes(chosen))) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a list out of ${values.join(", ")}.`);
      }
      return inOrder(value);
    },
  };
}
