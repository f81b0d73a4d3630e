import type * as Y from "yjs";
import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import type { Field } from "./field.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { checkArrow } from "./graph-links.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { collectionOf } from "./item-fields.ts";
import { rawItem } from "./layout.ts";
import { checkPointer } from "./pointers.ts";
import { rankBetween } from "./ranks.ts";
import { itemsOfSection, lastRank, placeAmong, rankAt } from "./section-order.ts";

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

/** What a move changes, field by field; throws `InvalidEdit` for a destination that does not exist. */
export function planMove(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  id: string,
  to: AnyDestination,
): FieldChange[] {
  const definition = collectionOf(board, collection);
  const standing = (name: string) => definition.fields[name]?.read(rawItem(doc, collection, id)?.get(name));
  const changes: FieldChange[] = [];
  const change = (field: string, value: unknown) => changes.push({ collection, id, field, value });

  const { section: given, before, after, ...pointers } = to;
  const from = standing("section");
  const section = destinationSection(board, doc, definition, given, pointers) ?? from;
  const leaves = section !== from;
  if (leaves) change("section", section);

  for (const [name, field] of Object.entries(definition.fields)) {
    const target = pointers[name];
    if (isItemRef(field) && target !== undefined) {
      checkPointer(board, doc, name, field, field.check(target, name), section);
      if (target !== standing(name)) change(name, target);
    } else if (leaves && staysBehind(field) && standing(name) !== null) {
      change(name, null);
    }
  }
  checkArrow(board, doc, collection, id, (end) =>
    pointers[end] === undefined ? standing(end) : pointers[end],
  );
  if (leaves || before !== undefined || after !== undefined) {
    const others = itemsOfSection(board, doc, collection, section).filter((other) => other.id !== id);
    change("rank", rankAt(others, placeAmong(others, { before, after })));
  }
  return leaves ? [...changes, ...membersAlong(board, doc, definition, id, from, section)] : changes;
}

/** What belongs to the section that is left: its clusters, and a place on the canvas inside its area. */
function staysBehind(field: Field): boolean {
  return field.kind === "position" || (isItemRef(field) && field.sameSection);
}

/** Members that share the section of what they belong to follow it, behind what is there already and in their own order; those in the bin too. */
function membersAlong(
  board: BoardDefinition,
  doc: Y.Doc,
  { members = {} }: CollectionDefinition,
  id: string,
  from: unknown,
  section: unknown,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const { collection, field } of Object.values(members)) {
    const fields = collectionOf(board, collection).fields;
    const pointer = fields[field];
    if (!isItemRef(pointer) || !pointer.sameSection) continue;
    let last = lastRank(itemsOfSection(board, doc, collection, section));
    for (const member of itemsOfSection(board, doc, collection, from)) {
      const raw = rawItem(doc, collection, member.id);
      if (raw?.get(field) !== id) continue;
      last = rankBetween(last, null);
      const change = (name: string, value: unknown) =>
        changes.push({ collection, id: member.id, field: name, value });
      change("section", section);
      change("rank", last);
      for (const [name, declared] of Object.entries(fields)) {
        if (name !== field && staysBehind(declared) && declared.read(raw.get(name)) !== null)
          change(name, null);
      }
    }
  }
  return changes;
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
