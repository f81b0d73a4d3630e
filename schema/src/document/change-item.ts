import * as Y from "yjs";
import type { BoardDefinition } from "./define-board.ts";
import type { Field } from "./field.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { collectionOf, existingItem, fieldOf, writeField } from "./item-fields.ts";
import { type RawItem, rawItem } from "./layout.ts";
import { planMove } from "./move-item.ts";

/** Checks everything that is to change of an item, then writes it within `write`. */
export function changeItem(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  id: string,
  given: { readonly [field: string]: unknown },
  write: (change: () => void) => void,
): void {
  const definition = collectionOf(board, collection);
  const item = existingItem(board, doc, collection, id);
  const values = new Map<string, unknown>();
  const pointers: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOf(definition, name);
    if (value === undefined) continue;
    if (["section", "rank", "removed"].includes(name)) {
      throw new InvalidEdit("INVALID_VALUE", name, `${name} is not changed with the other fields.`);
    }
    if (isItemRef(field)) pointers[name] = value;
    else values.set(name, value === null ? emptied(field, item, name) : field.check(value, name));
  }
  const moves = Object.keys(pointers).length === 0 ? [] : planMove(board, doc, collection, id, pointers);
  write(() => {
    for (const move of moves) rawItem(doc, move.collection, move.id)?.set(move.field, move.value);
    for (const [name, value] of values) writeField(item, name, fieldOf(definition, name), value);
  });
}

/** What makes a field as empty as in a new item; refused by a text that may not be empty. */
function emptied(field: Field, item: RawItem, name: string): unknown {
  if (field.shared !== "map") return field.check(field.initial, name);
  const standing = item.get(name);
  return standing instanceof Y.Map ? Object.fromEntries([...standing.keys()].map((key) => [key, null])) : {};
}
