import { isId } from "../../ids.ts";
import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRecord } from "../json.ts";
import { position, type Position } from "./position.ts";

/** Where a connector ends: at an item, which it follows, or at a place. */
export type Anchor = { readonly collection: string; readonly item: string } | { readonly place: Position };

export interface AnchorField extends Field<Anchor | null, "plain"> {
  readonly kind: "anchor";
  /** Collections whose items a connector may hold on to. */
  readonly collections: readonly string[];
}

/** One end of a connector, or `null` while it has none; an item that is gone is drawn as an open end. */
export function anchor(options: { collections: readonly string[] }): AnchorField {
  const { collections } = options;
  const readAnchor = (raw: unknown): Anchor | null => {
    if (!isRecord(raw)) return null;
    const { collection, item } = raw;
    if (typeof collection === "string" && collections.includes(collection) && isId(item)) {
      return { collection, item };
    }
    const place = position().read(raw["place"]);
    return place && { place };
  };
  return {
    kind: "anchor",
    shared: "plain",
    initial: null,
    required: false,
    collections,
    read: readAnchor,
    check(value, name = "anchor") {
      if (value === null) return null;
      const checked = readAnchor(value);
      if (checked) return checked;
      throw new InvalidEdit(
        "INVALID_VALUE",
        name,
        `${name} must be an item of ${collections.join(", ")} or a place.`,
      );
    },
  };
}
