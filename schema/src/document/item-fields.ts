import * as Y from "yjs";
import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import { isDecided } from "./decisions.ts";
import type { Field } from "./field.ts";
import { isText } from "./fields/text.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { isRecord } from "./json.ts";
import { rawItem, type RawItem } from "./layout.ts";
import { applyText } from "./text-diff.ts";

/** The declaration of a collection; `UNKNOWN_FIELD` where the board kind has none of that name. */
export function collectionOf(board: BoardDefinition, name: string): CollectionDefinition {
  const collection = Object.hasOwn(board.collections, name) ? board.collections[name] : undefined;
  if (!collection) throw new InvalidEdit("UNKNOWN_FIELD", name, `A ${board.kind} board has no ${name}.`);
  return collection;
}

/** The declaration of a field; `UNKNOWN_FIELD` where the collection has none of that name. */
export function fieldOf(collection: CollectionDefinition, name: string): Field {
  const field = Object.hasOwn(collection.fields, name) ? collection.fields[name] : undefined;
  if (!field && isDecided(collection, name)) {
    throw new InvalidEdit("UNKNOWN_FIELD", name, `${name} is decided, not written.`);
  }
  if (!field) throw new InvalidEdit("UNKNOWN_FIELD", name, `A ${collection.item} has no field ${name}.`);
  return field;
}

/** The map of an item's fields; `ITEM_NOT_FOUND` where there is none. */
export function existingItem(board: BoardDefinition, doc: Y.Doc, collection: string, id: string): RawItem {
  const { item: noun } = collectionOf(board, collection);
  const item = rawItem(doc, collection, id);
  if (!item) throw new InvalidEdit("ITEM_NOT_FOUND", "id", `There is no ${noun} with the id ${id}.`);
  return item;
}

/** The given fields, each checked by its kind; a field given as undefined counts as not given. */
export function checkFields(collection: CollectionDefinition, given: unknown): Map<string, unknown> {
  if (!isRecord(given)) {
    throw new InvalidEdit(
      "INVALID_VALUE",
      collection.item,
      `The fields of a ${collection.item} are missing.`,
    );
  }
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOf(collection, name);
    if (value !== undefined) values.set(name, field.check(value, name));
  }
  return values;
}

/** Writes a checked value as the field's layout has it; what is already so is not written again. */
export function writeField(item: RawItem, name: string, field: Field, value: unknown): void {
  const standing = item.get(name);
  switch (field.shared) {
    case "plain":
      if (!isSame(standing, value)) item.set(name, value);
      break;
    case "text":
      if (isText(standing)) applyText(standing, String(value));
      else item.set(name, new Y.Text(String(value)));
      break;
    case "map": {
      const map: RawItem = standing instanceof Y.Map ? standing : item.set(name, new Y.Map());
      for (const [key, entry] of Object.entries(isRecord(value) ? value : {})) {
        if (entry === null) map.delete(key);
        else if (!isSame(map.get(key), entry)) map.set(key, entry);
      }
    }
  }
}

function isSame(standing: unknown, value: unknown): boolean {
  if (standing === value) return true;
  return isJson(standing) && isJson(value) && JSON.stringify(standing) === JSON.stringify(value);
}

/** A JSON object or list, whose content is compared; a shared type is neither. */
function isJson(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value);
}
