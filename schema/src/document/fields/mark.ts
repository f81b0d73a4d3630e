import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

/** A yes-or-no mark such as `removed`; whatever is not `true` reads as no. */
export function mark(): Field<boolean, "plain"> {
  return {
    kind: "mark",
    shared: "plain",
    initial: false,
    required: false,
    read: (raw) => raw === true,
    check(value, name = "mark") {
      if (typeof value !== "boolean") {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be true or false.`);
      }
      return value;
    },
  };
}
