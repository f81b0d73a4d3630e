import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

export interface PointsField extends Field<readonly number[], "plain"> {
  readonly kind: "points";
  /** How many numbers; a point has three. */
  readonly maxItems: number;
}

/** As far as a place on the canvas may lie from the origin. */
const FURTHEST = 1_000_000;
const NUMBERS_PER_POINT = 3;

/**
 * The points of a stroke as one flat list: x, y and pressure (0–1), again and again, relative to the stroke's place.
 * A stroke is drawn once and not edited inside, so it is set whole.
 */
export function points(options: { maxPoints: number }): PointsField {
  const maxItems = options.maxPoints * NUMBERS_PER_POINT;
  const isStroke = (value: unknown): value is readonly number[] =>
    Array.isArray(value) && value.length % NUMBERS_PER_POINT === 0 && value.every(isCoordinate);
  return {
    kind: "points",
    shared: "plain",
    initial: [],
    required: false,
    maxItems,
    read: (raw) => (isStroke(raw) && raw.length <= maxItems ? raw.map((value) => value + 0) : []),
    check(value, name = "points") {
      if (!isStroke(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be x, y and pressure for each point.`);
      }
      if (value.length > maxItems) {
        const most = options.maxPoints;
        throw new InvalidEdit("TOO_MANY_ITEMS", name, `${name} takes at most ${most} points.`, most);
      }
      return value.map((coordinate) => coordinate + 0);
    },
  };
}

function isCoordinate(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= FURTHEST;
}
