import { equalityDeep } from "lib0/function";
import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { type ItemAddress, isLinks, type LinkCopy, linksOf } from "./fields/links.ts";
import { isRecord } from "./json.ts";

/** An item as it was read, or as the projection stores it. */
type ReadItem = Readonly<Record<string, unknown>>;

/** A link as the item states it that holds it. */
export interface StatedLink {
  readonly field: string;
  /** Whether the target comes from this item; otherwise this item comes from the target. */
  readonly leadsOn: boolean;
  /** Whether it is structure – a note in its group, an end of an arrow – and no citation. */
  readonly pointer: boolean;
  /** Where it leads; no board where that is the item’s own. */
  readonly target: Omit<ItemAddress, "board"> & { readonly board: string | null };
  /** What was kept of the target; null of a pointer, whose target stands on the same board. */
  readonly copy: LinkCopy | null;
}

/**
 * All that an item states about what it comes from and what comes of it: its links, and its pointers to items of its
 * board. A holder comes from its members, an arrow from where it starts. In the bin an item points to nothing, its
 * citations stay.
 */
export function linksOfItem(board: BoardDefinition, collection: string, item: ReadItem): StatedLink[] {
  const { links, pointers } = partsOf(board, collection);
  const cited = links.flatMap(([field, leadsOn]) => {
    const value = item[field];
    if (!isRecord(value)) return [];
    return linksOf(value as Readonly<Record<string, LinkCopy>>).map(({ kind, text, ...target }) => ({
      field,
      leadsOn,
      pointer: false,
      target,
      copy: { kind, text },
    }));
  });
  if (item["removed"] === true) return cited;
  const pointed = pointers.flatMap(([field, leadsOn, to]) => {
    const id = item[field];
    if (typeof id !== "string") return [];
    return [{ field, leadsOn, pointer: true, target: { board: null, collection: to, item: id }, copy: null }];
  });
  return [...cited, ...pointed];
}

/** Whether items of a collection can state links at all. */
export function statesLinks(board: BoardDefinition, collection: string): boolean {
  const { links, pointers } = partsOf(board, collection);
  return links.length + pointers.length > 0;
}

/** Whether an edit may have changed what an item states; null stands for an item that was not, or is no more. */
export function linksChanged(
  board: BoardDefinition,
  collection: string,
  before: ReadItem | null,
  after: ReadItem | null,
): boolean {
  if (!before || !after) {
    const item = before ?? after;
    return item !== null && linksOfItem(board, collection, item).length > 0;
  }
  const { links, pointers } = partsOf(board, collection);
  return (
    pointers.some(([field]) => before[field] !== after[field]) ||
    (pointers.length > 0 && before["removed"] !== after["removed"]) ||
    // Typing leaves the very value in place.
    links.some(([field]) => before[field] !== after[field] && !equalityDeep(before[field], after[field]))
  );
}

interface Parts {
  /** Fields of links, and whether they lead on. */
  readonly links: readonly (readonly [field: string, leadsOn: boolean])[];
  /** Pointers, whether they lead on, and the collection they point to. */
  readonly pointers: readonly (readonly [field: string, leadsOn: boolean, to: string])[];
}

/** Asked for every edit of an item: found once. */
const known = new WeakMap<CollectionDefinition, Parts>();
const nothing: Parts = { links: [], pointers: [] };

function partsOf(board: BoardDefinition, name: string): Parts {
  const collection = board.collections[name];
  if (!collection) return nothing;
  const found = known.get(collection) ?? findParts(board, name, collection);
  known.set(collection, found);
  return found;
}

function findParts(board: BoardDefinition, name: string, { fields }: CollectionDefinition): Parts {
  const all = Object.entries(fields);
  return {
    links: all.flatMap(([field, declared]) =>
      isLinks(declared) ? [[field, declared.leadsOn] as const] : [],
    ),
    pointers: all.flatMap(([field, declared]) =>
      isItemRef(declared)
        ? [[field, pointsOn(board, name, field, declared.collection), declared.collection] as const]
        : [],
    ),
  };
}

/** Whether what a pointer leads to comes from the item: a group from its members, the end of an arrow from the arrow. */
function pointsOn(
  { structure, collections }: BoardDefinition,
  name: string,
  field: string,
  to: string,
): boolean {
  if (structure.type === "graph" && structure.links === name && structure.to === field) return true;
  const members = Object.values(collections[to]?.members ?? {});
  return members.some((list) => list.collection === name && list.field === field);
}
