import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRecord } from "../json.ts";

/** Width and height on the canvas in CSS pixels at zoom 1. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A target of a pointer at least, and no more than a whole board of sections. */
const SMALLEST = 8;
const LARGEST = 20_000;

export interface SizeField extends Field<Size | null, "plain"> {
  readonly kind: "size";
}

/** How large something is drawn, or `null` for the size its content needs. */
export function size(): SizeField {
  return {
    kind: "size",
    shared: "plain",
    initial: null,
    required: false,
    read: readSize,
    check(value, name = "size") {
      if (value === null) return null;
      const checked = readSize(value);
      if (checked) return checked;
      throw new InvalidEdit(
        "INVALID_VALUE",
        name,
        `${name} must have a width and height from ${SMALLEST} to ${LARGEST} pixels.`,
        LARGEST,
      );
    },
  };
}

function readSize(raw: unknown): Size | null {
  if (!isRecord(raw) || !isLength(raw["width"]) || !isLength(raw["height"])) return null;
  return { width: raw["width"], height: raw["height"] };
}

function isLength(value: unknown): value is number {
  return typeof value === "number" && value >= SMALLEST && value <= LARGEST;
}
