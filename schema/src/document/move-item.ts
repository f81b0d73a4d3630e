import type * as Y from "yjs";
import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import { isItemRef, type ItemRefField } from "./fields/item-ref.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { rawItem, rawItems } from "./layout.ts";
import { compareCodeUnits, isRank, rankBetween } from "./ranks.ts";

/** One field of one item that a move changes. */
export interface FieldChange {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
}

/** Where a move goes, as the editor's callers give it. */
export interface AnyDestination {
  readonly section?: unknown;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly [pointer: string]: unknown;
}

interface Placed {
  readonly id: string;
  readonly rank: string;
}

/** What a move changes, field by field; throws `InvalidEdit` for a destination that does not exist. */
export function planMove(
  board: BoardDefinition,
  doc: Y.Doc,
  definition: CollectionDefinition,
  collection: string,
  id: string,
  to: AnyDestination,
): FieldChange[] {
  const changes: FieldChange[] = [];
  const change = (field: string, value: unknown, of = { collection, id }) =>
    changes.push({ ...of, field, value });
  const item = (name: string) => definition.fields[name]?.read(rawItem(doc, collection, id)?.get(name));

  const { section: givenSection, before, after, ...pointers } = to;
  const from = item("section");
  const section = destinationSection(board, doc, definition, givenSection, pointers) ?? from;
  const leaves = section !== from;
  if (leaves) change("section", section);

  for (const [name, field] of Object.entries(definition.fields)) {
    if (!isItemRef(field)) continue;
    const target = pointers[name];
    if (target !== undefined) {
      checkPointer(board, doc, name, field, field.check(target, name), section);
      if (target !== item(name)) change(name, target);
    } else if (leaves && field.sameSection && item(name) !== null) {
      change(name, null);
    }
  }

  if (leaves || before !== undefined || after !== undefined) {
    const others = itemsOfSection(board, doc, collection, section).filter((other) => other.id !== id);
    change("rank", rankAt(others, placeAmong(others, { before, after })));
  }

  if (leaves) {
    for (const { collection: members, field } of Object.values(definition.members ?? {})) {
      let last = lastRank(itemsOfSection(board, doc, members, section));
      for (const member of itemsOfSection(board, doc, members, from)) {
        if (rawItem(doc, members, member.id)?.get(field) !== id) continue;
        last = rankBetween(last, null);
        change("section", section, { collection: members, id: member.id });
        change("rank", last, { collection: members, id: member.id });
      }
    }
  }
  return changes;
}

/** The rank behind everything in a section. */
export function endOfSection(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  section: unknown,
): string {
  return rankBetween(lastRank(itemsOfSection(board, doc, collection, section)), null);
}

/** Refuses a pointer to an item that is missing, removed or, where the field wants it, in another section. */
export function checkPointer(
  board: BoardDefinition,
  doc: Y.Doc,
  name: string,
  field: ItemRefField,
  id: unknown,
  section: unknown,
): void {
  if (typeof id !== "string") return;
  const target = rawItem(doc, field.collection, id);
  const fields = board.collections[field.collection]?.fields;
  if (!target || !fields) {
    throw new InvalidEdit("ITEM_NOT_FOUND", name, `There is no item ${id} among the ${field.collection}.`);
  }
  if (fields.removed.read(target.get("removed"))) {
    throw new InvalidEdit("INVALID_VALUE", name, `${name} names an item that was removed; restore it first.`);
  }
  if (field.sameSection && fields["section"]?.read(target.get("section")) !== section) {
    throw new InvalidEdit("INVALID_VALUE", name, `${name} names an item of another section.`);
  }
}

function destinationSection(
  board: BoardDefinition,
  doc: Y.Doc,
  definition: CollectionDefinition,
  given: unknown,
  pointers: Readonly<Record<string, unknown>>,
): unknown {
  for (const name of Object.keys(pointers)) {
    if (!isItemRef(definition.fields[name])) {
      throw new InvalidEdit("UNKNOWN_FIELD", name, `A move cannot change ${name}.`);
    }
  }
  const sections = definition.fields["section"];
  if (given !== undefined) {
    if (!sections) throw new InvalidEdit("UNKNOWN_FIELD", "section", "These items have no sections.");
    return sections.check(given, "section");
  }
  for (const [name, id] of Object.entries(pointers)) {
    const field = definition.fields[name];
    if (!isItemRef(field) || !field.sameSection || typeof id !== "string") continue;
    const target = rawItem(doc, field.collection, id);
    if (target) return board.collections[field.collection]?.fields["section"]?.read(target.get("section"));
  }
  return undefined;
}

function itemsOfSection(board: BoardDefinition, doc: Y.Doc, collection: string, section: unknown): Placed[] {
  const fields = board.collections[collection]?.fields;
  if (!fields) return [];
  const placed: Placed[] = [];
  for (const [id, raw] of rawItems(doc, collection)) {
    if (fields["section"]?.read(raw.get("section")) !== section) continue;
    placed.push({ id, rank: fields.rank.read(raw.get("rank")) });
  }
  return placed.sort((a, b) => compareCodeUnits(a.rank, b.rank) || compareCodeUnits(a.id, b.id));
}

function placeAmong(
  items: readonly Placed[],
  { before, after }: { before: string | null | undefined; after: string | null | undefined },
): number {
  const placeOf = (id: string, field: string) => {
    const place = items.findIndex((item) => item.id === id);
    if (place < 0)
      throw new InvalidEdit("ITEM_NOT_FOUND", field, `There is no other item ${id} in that section.`);
    return place;
  };
  // Both are checked; `after` decides, since what stood between the two may have changed meanwhile.
  const beforePlace = typeof before === "string" ? placeOf(before, "before") : items.length;
  const afterPlace = typeof after === "string" ? placeOf(after, "after") + 1 : 0;
  return after === undefined ? beforePlace : afterPlace;
}

/**
 * A rank for the place before `items[place]`. Only the moved item's rank is ever written (others' items may not be
 * ours to touch), so among neighbours of equal or broken rank it lands behind those of its own rank.
 */
function rankAt(items: readonly Placed[], place: number): string {
  const lower = lastRank(items.slice(0, place));
  const upper = items.slice(place).find(({ rank }) => isRank(rank) && (lower === null || rank > lower));
  return rankBetween(lower, upper?.rank ?? null);
}

function lastRank(items: readonly Placed[]): string | null {
  return items.findLast(({ rank }) => isRank(rank))?.rank ?? null;
}
