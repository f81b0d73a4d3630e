import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isProvisionId } from "./provision-id.ts";

export interface ProvisionField extends Field<string | null, "plain"> {
  readonly kind: "provision";
  /** Ids of the frameworks that it is chosen from. */
  readonly frameworks: readonly string[];
}

/** The stable id of one provision, or `null`. */
export function provision(options: { frameworks: readonly string[] }): ProvisionField {
  const { frameworks } = options;
  return {
    kind: "provision",
    shared: "plain",
    initial: null,
    required: false,
    frameworks,
    read: (raw) => (isProvisionId(raw) ? raw : null),
    check(value, name = "provision") {
      if (value === null || isProvisionId(value)) return value;
      throw new InvalidEdit("UNKNOWN_REFERENCE", name, `${name} must be a provision such as CFR-21.`);
    },
  };
}
