import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRank, LAST_RANK } from "../ranks.ts";

/** The place of an item in its section, as a fractional index; a broken one sorts last. */
export function rank(): Field<string, "plain"> {
  return {
    kind: "rank",
    shared: "plain",
    initial: LAST_RANK,
    required: false,
    read: (raw) => (isRank(raw) ? raw : LAST_RANK),
    check(value, name = "rank") {
      if (!isRank(value)) throw new InvalidEdit("INVALID_VALUE", name, `${name} is not a valid rank.`);
      return value;
    },
  };
}
