import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import type { CodeList } from "./reference.ts";

export interface ReferencesField extends Field<readonly string[], "plain"> {
  readonly kind: "references";
  readonly framework: CodeList;
  readonly maxItems: number;
}

/** Codes of one framework, each once and in the framework's order; codes this version does not know are not read. */
export function references(framework: CodeList, options: { maxItems: number }): ReferencesField {
  const { maxItems } = options;
  const inOrder = (codes: readonly unknown[]) => framework.codes.filter((code) => codes.includes(code));
  return {
    kind: "references",
    shared: "plain",
    initial: [],
    required: false,
    framework,
    maxItems,
    read: (raw) => (Array.isArray(raw) ? inOrder(raw).slice(0, maxItems) : []),
    check(value, name = "references") {
      if (!Array.isArray(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a list of codes.`);
      }
      if (value.some((code) => !framework.codes.includes(code))) {
        throw new InvalidEdit(
          "UNKNOWN_REFERENCE",
          name,
          `${name} holds a code that is not one of ${framework.name}.`,
        );
      }
      const codes = inOrder(value);
      if (codes.length > maxItems) {
        throw new InvalidEdit("TOO_MANY_ITEMS", name, `${name} takes at most ${maxItems} codes.`, maxItems);
      }
      return codes;
    },
  };
}
