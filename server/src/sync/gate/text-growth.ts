import * as Y from "yjs";
import type { Place } from "./place.ts";

/** How much the texts of a board grow by one update, in UTF-16 units: what it inserts less what it deletes again. */
export class TextGrowth {
  readonly #grown = new Map<string, { place: Place; by: number }>();

  readonly #deletes: DeleteRanges;

  constructor(deleteSet: ReturnType<typeof Y.decodeUpdate>["ds"]) {
    // Sorted and without overlaps, so that a range is found by halving: an update may hold very many.
    this.#deletes = Y.mergeDeleteSets([deleteSet]).clients;
  }

  inserted(place: Place, item: Y.Item): void {
    this.#grow(place, item.length - coveredBy(this.#deletes, item));
  }

  deleted(place: Place, item: Y.Item): void {
    this.#grow(place, -coveredBy(this.#deletes, item));
  }

  /** The texts that the update makes longer. */
  *all(): Generator<{ place: Place; by: number }> {
    for (const grown of this.#grown.values()) if (grown.by > 0) yield grown;
  }

  #grow(place: Place, by: number): void {
    const key = `${place.root}/${place.path.join("/")}`;
    const grown = this.#grown.get(key);
    if (grown) grown.by += by;
    else this.#grown.set(key, { place, by });
  }
}

type DeleteRanges = ReadonlyMap<number, readonly { clock: number; len: number }[]>;

function coveredBy(deletes: DeleteRanges, { id, length }: Y.Item): number {
  const ranges = deletes.get(id.client) ?? [];
  let covered = 0;
  for (let index = firstBehind(ranges, id.clock); index < ranges.length; index++) {
    const range = ranges[index];
    if (!range || range.clock >= id.clock + length) break;
    covered += Math.min(range.clock + range.len, id.clock + length) - Math.max(range.clock, id.clock);
  }
  return covered;
}

/** The first of the sorted ranges that ends behind a clock. */
function firstBehind(ranges: readonly { clock: number; len: number }[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range && range.clock + range.len <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
