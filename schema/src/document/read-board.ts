import type * as Y from "yjs";
import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import { isItemRef } from "./fields/item-ref.ts";
import type { BoardContent, CollectionName, Item } from "./item-types.ts";
import { rawItem, rawItems, readMeta, type RawItem } from "./layout.ts";
import { compareCodeUnits } from "./ranks.ts";

/** An item whose board kind is not known where it is handled. */
export interface AnyItem {
  readonly id: string;
  readonly section?: unknown;
  readonly rank: string;
  readonly removed: boolean;
  readonly [field: string]: unknown;
}

type MutableItem = { -readonly [Key in keyof AnyItem]: AnyItem[Key] };

/**
 * Reads a whole board. Total: whatever a document holds, it returns values of the declared types and never throws.
 * Items are sorted by section, rank and id; removed ones are included.
 */
export function readBoard<Board extends BoardDefinition>(board: Board, doc: Y.Doc): BoardContent<Board>;
export function readBoard(board: BoardDefinition, doc: Y.Doc): object {
  const found = new Map<string, Map<string, MutableItem>>();
  for (const [name, collection] of Object.entries(board.collections)) {
    const items = new Map<string, MutableItem>();
    for (const [id, raw] of rawItems(doc, name)) items.set(id, readFields(collection, id, raw));
    found.set(name, items);
  }

  const content: Record<string, MutableItem[]> = {};
  for (const [name, collection] of Object.entries(board.collections)) {
    const items = [...(found.get(name)?.values() ?? [])];
    for (const item of items) repairPointers(collection, item, (target, id) => found.get(target)?.get(id));
    content[name] = items.sort(readingOrder(board));
  }
  for (const [name, { members = {} }] of Object.entries(board.collections)) {
    for (const [list, { collection, field }] of Object.entries(members)) {
      const lists = memberLists(content[collection] ?? [], field);
      for (const item of content[name] ?? []) item[list] = lists.get(item.id) ?? [];
    }
  }
  return { meta: readMeta(board, doc), ...content };
}

/**
 * Reads one item, or null when there is none of that id; total like `readBoard` and equal to what it returns.
 * Costs the item alone, except for an item with member lists, which looks at each possible member.
 */
export function readItem<Board extends BoardDefinition, Name extends CollectionName<Board>>(
  board: Board,
  doc: Y.Doc,
  collection: Name,
  id: string,
): Item<Board, Name> | null;
export function readItem(board: BoardDefinition, doc: Y.Doc, name: string, id: string): AnyItem | null {
  const item = readFrom(board, doc, name, id);
  if (!item) return null;
  for (const [list, { collection, field }] of Object.entries(board.collections[name]?.members ?? {})) {
    const members: AnyItem[] = [];
    for (const [memberId, raw] of rawItems(doc, collection)) {
      if (raw.get(field) !== id) continue;
      const member = readFrom(board, doc, collection, memberId);
      if (member) members.push(member);
    }
    item[list] = memberLists(members.sort(readingOrder(board)), field).get(id) ?? [];
  }
  return item;
}

/** Reads one item’s own fields, without its member lists: costs the item alone, whatever it is. */
export function readItemFields(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  id: string,
): AnyItem | null {
  return readFrom(board, doc, collection, id);
}

/**
 * Reads one field of an item that holds a text or a map of its own; undefined where there is no such item or field. Equal
 * to what `readItemFields` says of it, without reading the rest.
 */
export function readItemField(
  board: BoardDefinition,
  doc: Y.Doc,
  { collection, id, field }: { collection: string; id: string; field: string },
): unknown {
  const declared = board.collections[collection]?.fields[field];
  const raw = rawItem(doc, collection, id);
  return declared && raw ? declared.read(raw.get(field)) : undefined;
}

/** The order in which people read a board: by section, rank and id. */
export function readingOrder(board: BoardDefinition): (a: AnyItem, b: AnyItem) => number {
  const place = new Map<unknown, number>(board.sections.map((section, index) => [section.key, index]));
  return (a, b) =>
    (place.get(a.section) ?? 0) - (place.get(b.section) ?? 0) ||
    compareCodeUnits(a.rank, b.rank) ||
    compareCodeUnits(a.id, b.id);
}

function readFrom(board: BoardDefinition, doc: Y.Doc, name: string, id: string): MutableItem | null {
  const collection = board.collections[name];
  const raw = rawItem(doc, name, id);
  if (!collection || !raw) return null;
  const item = readFields(collection, id, raw);
  repairPointers(collection, item, (target, targetId) => {
    const definition = board.collections[target];
    const targetRaw = rawItem(doc, target, targetId);
    return definition && targetRaw ? readFields(definition, targetId, targetRaw) : undefined;
  });
  return item;
}

function readFields({ fields }: CollectionDefinition, id: string, raw: RawItem): MutableItem {
  const item: MutableItem = { id, rank: "", removed: false };
  for (const [name, field] of Object.entries(fields)) item[name] = field.read(raw.get(name));
  return item;
}

function repairPointers(
  { fields }: CollectionDefinition,
  item: MutableItem,
  find: (collection: string, id: string) => AnyItem | undefined,
): void {
  for (const [name, field] of Object.entries(fields)) {
    if (!isItemRef(field)) continue;
    const id = item[name];
    const target = typeof id === "string" ? find(field.collection, id) : undefined;
    const holds = target && !target.removed && (!field.sameSection || target.section === item.section);
    if (!holds) item[name] = null;
  }
}

/** Ids of the members by what they point to, in reading order; what lies in the bin is no member. */
function memberLists(members: readonly AnyItem[], field: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const member of members) {
    const holder = member[field];
    if (member.removed || typeof holder !== "string") continue;
    const list = lists.get(holder);
    if (list) list.push(member.id);
    else lists.set(holder, [member.id]);
  }
  return lists;
}
