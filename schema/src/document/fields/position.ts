import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRecord } from "../json.ts";

/** A place on the canvas in CSS pixels at zoom 1, relative to the board's origin. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Far more than any board needs, and well inside what a canvas and a float in SQL can carry. */
const FURTHEST = 1_000_000;

/** Where an item lies on the canvas; `null` (also for anything unreadable) lets the view lay it out by rank. */
export function position(): Field<Position | null, "plain"> {
  return {
    kind: "position",
    shared: "plain",
    initial: null,
    required: false,
    read: (raw) => (isPosition(raw) ? placeAt(raw) : null),
    check(value, name = "position") {
      if (value === null) return null;
      if (!isPosition(value)) {
        throw new InvalidEdit(
          "INVALID_VALUE",
          name,
          `${name} must have x and y within ${FURTHEST} pixels of the origin.`,
          FURTHEST,
        );
      }
      return placeAt(value);
    },
  };
}

/** JSON has no minus zero: what was written as one would read back as something else. */
function placeAt({ x, y }: Position): Position {
  return { x: x + 0, y: y + 0 };
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && isCoordinate(value["x"]) && isCoordinate(value["y"]);
}

function isCoordinate(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= FURTHEST;
}
