import type * as Y from "yjs";
import type { BoardDefinition } from "./define-board.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { collectionOf } from "./item-fields.ts";
import { rawItems } from "./layout.ts";
import { compareCodeUnits, isRank, rankBetween } from "./ranks.ts";

/** An item as far as its place in a section goes. */
export interface Placed {
  readonly id: string;
  readonly rank: string;
}

/** The items of a section in order, removed ones included: they keep their place for the day they are restored. */
export function itemsOfSection(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  section: unknown,
): Placed[] {
  return [...placedIn(board, doc, collection, section)].sort(
    (a, b) => compareCodeUnits(a.rank, b.rank) || compareCodeUnits(a.id, b.id),
  );
}

/** The index among a section's other items that a move names. */
export function placeAmong(
  items: readonly Placed[],
  { before, after }: { before: string | null | undefined; after: string | null | undefined },
): number {
  const placeOf = (id: string, field: string) => {
    const place = items.findIndex((item) => item.id === id);
    if (place < 0) {
      throw new InvalidEdit("ITEM_NOT_FOUND", field, `There is no other item ${id} in that section.`);
    }
    return place;
  };
  // Both are checked. `after` decides between two neighbours: what stood between them may have changed meanwhile.
  const beforePlace = typeof before === "string" ? placeOf(before, "before") : null;
  const afterPlace = typeof after === "string" ? placeOf(after, "after") + 1 : null;
  return afterPlace ?? beforePlace ?? (after === null && before === undefined ? 0 : items.length);
}

/**
 * A rank for the place before `items[place]`. Only the moved item's rank is ever written (others' items may not be
 * ours to touch), so among neighbours of equal or broken rank it lands behind those of its own rank.
 */
export function rankAt(items: readonly Placed[], place: number): string {
  const lower = lastRank(items.slice(0, place));
  const upper = items.slice(place).find(({ rank }) => isRank(rank) && (lower === null || rank > lower));
  return rankBetween(lower, upper?.rank ?? null);
}

/** The rank behind everything in a section. */
export function endOfSection(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  section: unknown,
): string {
  return rankBetween(lastRank(placedIn(board, doc, collection, section)), null);
}

/** The highest usable rank among items in any order, or null where there is none. */
export function lastRank(items: Iterable<Placed>): string | null {
  let last: string | null = null;
  for (const { rank } of items) if ((last === null || rank > last) && isRank(rank)) last = rank;
  return last;
}

function* placedIn(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  section: unknown,
): Generator<Placed> {
  const { fields } = collectionOf(board, collection);
  for (const [id, raw] of rawItems(doc, collection)) {
    // Where a collection has no sections, both are undefined: all its items are in one row.
    if (fields["section"]?.read(raw.get("section")) !== section) continue;
    yield { id, rank: fields.rank.read(raw.get("rank")) };
  }
}
