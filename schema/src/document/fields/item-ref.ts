import type { Field } from "../field.ts";
import { isId } from "../../ids.ts";
import { InvalidEdit } from "../invalid-edit.ts";

export interface ItemRefField<Collection extends string = string> extends Field<string | null, "plain"> {
  readonly kind: "itemRef";
  readonly collection: Collection;
  readonly sameSection: boolean;
}

/**
 * The id of an item in another collection of the same board, or `null`. Reading a board gives `null` as long as
 * that item is missing, removed or, with `sameSection`, in another section: the pointer itself stays in the
 * document, so restoring a removed cluster brings its members back.
 */
export function itemRef<const Collection extends string>(
  collection: Collection,
  options: { sameSection?: boolean } = {},
): ItemRefField<Collection> {
  return {
    kind: "itemRef",
    shared: "plain",
    initial: null,
    required: false,
    collection,
    sameSection: options.sameSection ?? false,
    read: (raw) => (isId(raw) ? raw : null),
    check(value, name = "itemRef") {
      if (value !== null && !isId(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be the id of one of the ${collection}.`);
      }
      return value;
    },
  };
}

export function isItemRef(field: Field | undefined): field is ItemRefField {
  return field?.kind === "itemRef";
}
