import type { Place } from "./place.ts";
import type { DeleteRange, Struct } from "./read-update.ts";

/** How much the texts of a board grow by one update, in UTF-16 units: what it inserts less what it deletes again. */
export class TextGrowth {
  readonly #grown = new Map<string, { place: Place; by: number }>();
  /** What the update deletes of itself. */
  readonly #deletes = new Map<number, DeleteRange[]>();

  /** `deletes` are sorted within each client and do not overlap. */
  constructor(deletes: readonly DeleteRange[]) {
    for (const range of deletes) {
      const ranges = this.#deletes.get(range.client);
      if (ranges) ranges.push(range);
      else this.#deletes.set(range.client, [range]);
    }
  }

  inserted(place: Place, struct: Struct): void {
    this.#grow(place, struct.length - coveredBy(this.#deletes.get(struct.client) ?? [], struct));
  }

  deleted(place: Place, length: number): void {
    this.#grow(place, -length);
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

function coveredBy(ranges: readonly DeleteRange[], { clock, length }: Struct): number {
  const end = clock + length;
  let covered = 0;
  for (let index = firstBehind(ranges, clock); index < ranges.length; index++) {
    const range = ranges[index]!;
    if (range.clock >= end) break;
    covered += Math.min(range.clock + range.length, end) - Math.max(range.clock, clock);
  }
  return covered;
}

/** The first of the sorted ranges that ends behind a clock. */
function firstBehind(ranges: readonly DeleteRange[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle]!;
    if (range.clock + range.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
