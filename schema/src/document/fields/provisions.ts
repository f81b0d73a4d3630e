import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isProvisionId } from "./provision-id.ts";

export interface ProvisionsField extends Field<readonly string[], "plain"> {
  readonly kind: "provisions";
  /** Ids of the frameworks that they are chosen from. */
  readonly frameworks: readonly string[];
  readonly maxItems: number;
}

/** Stable ids of provisions, each once, in the order given; at most `maxItems`. */
export function provisions(options: { frameworks: readonly string[]; maxItems: number }): ProvisionsField {
  const { frameworks, maxItems } = options;
  return {
    kind: "provisions",
    shared: "plain",
    initial: [],
    required: false,
    frameworks,
    maxItems,
    read: (raw) => (Array.isArray(raw) ? [...new Set(raw.filter(isProvisionId))].slice(0, maxItems) : []),
    check(value, name = "provisions") {
      if (!Array.isArray(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a list of provisions.`);
      }
      if (!value.every(isProvisionId)) {
        throw new InvalidEdit("UNKNOWN_REFERENCE", name, `${name} must hold provisions such as CFR-21.`);
      }
      const eachOnce: string[] = [...new Set(value)];
      if (eachOnce.length > maxItems) {
        throw new InvalidEdit(
          "TOO_MANY_ITEMS",
          name,
          `${name} takes at most ${maxItems} provisions.`,
          maxItems,
        );
      }
      return eachOnce;
    },
  };
}
