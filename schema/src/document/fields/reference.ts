import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

/** A reference framework (a charter, a taxonomy) as fields need it: its name and the codes it knows, in its order. */
export interface CodeList {
  readonly name: string;
  readonly codes: readonly string[];
  /** Whether its codes are ids of provisions of the library, rather than a list of our own. */
  readonly ofProvisions?: boolean;
}

export interface ReferenceField extends Field<string | null, "plain"> {
  readonly kind: "reference";
  readonly framework: CodeList;
}

/** One code of a framework, or `null`; a code this version does not know reads as `null`. */
export function reference(framework: CodeList): ReferenceField {
  const known = new Set<unknown>(framework.codes);
  const isCode = (value: unknown): value is string => known.has(value);
  return {
    kind: "reference",
    shared: "plain",
    initial: null,
    required: false,
    framework,
    read: (raw) => (isCode(raw) ? raw : null),
    check(value, name = "reference") {
      if (value === null || isCode(value)) return value;
      throw new InvalidEdit("UNKNOWN_REFERENCE", name, `${name} is not a code of ${framework.name}.`);
    },
  };
}
