import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import {
  checkOrganisation,
  type NamedOrganisation,
  type OrganisationInput,
  readOrganisation,
} from "./organisation.ts";

export interface OrganisationsField extends Field<
  readonly NamedOrganisation[],
  "plain",
  readonly OrganisationInput[]
> {
  readonly kind: "organisations";
  readonly maxItems: number;
}

/** Several organisations in the order given, each once by its id or else by its name; at most `maxItems`. */
export function organisations(options: { maxItems: number }): OrganisationsField {
  const { maxItems } = options;
  return {
    kind: "organisations",
    shared: "plain",
    initial: [],
    required: false,
    maxItems,
    read: (raw) =>
      Array.isArray(raw)
        ? eachOnce(raw.map(readOrganisation).filter((named) => named !== null)).slice(0, maxItems)
        : [],
    check(value, name = "organisations") {
      if (!Array.isArray(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a list of organisations.`);
      }
      const named = eachOnce(value.map((given) => checkOrganisation(given, name)));
      if (named.length > maxItems) {
        throw new InvalidEdit("TOO_MANY_ITEMS", name, `${name} takes at most ${maxItems}.`, maxItems);
      }
      return named;
    },
  };
}

function eachOnce(named: readonly NamedOrganisation[]): NamedOrganisation[] {
  const byIdentity = new Map<string, NamedOrganisation>();
  for (const one of named) {
    const identity = one.id ?? `name ${one.name}`;
    if (!byIdentity.has(identity)) byIdentity.set(identity, one);
  }
  return [...byIdentity.values()];
}
