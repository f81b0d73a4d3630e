import * as Y from "yjs";
import { isId, newItemId } from "../ids.ts";
import type { BoardDefinition } from "./define-board.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { checkArrow } from "./graph-links.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { checkFields, collectionOf, writeField } from "./item-fields.ts";
import { rootMap, type RawItem } from "./layout.ts";
import { checkPointer } from "./pointers.ts";
import { endOfSection } from "./section-order.ts";

/** Checks a new item, then adds it within `write` and returns its id. */
export function addItem(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  given: { readonly id?: unknown; readonly [field: string]: unknown },
  write: (change: () => void) => void,
): string {
  const definition = collectionOf(board, collection);
  const { id = newItemId(), ...fields } = given;
  const items = rootMap(doc, collection);
  if (!isId(id)) throw new InvalidEdit("INVALID_VALUE", "id", "id must be a UUID in lower case.");
  if (!items || items.has(id)) throw new InvalidEdit("INVALID_VALUE", "id", `The id ${id} is already taken.`);

  const values = checkFields(definition, fields);
  if (values.has("removed")) {
    throw new InvalidEdit("INVALID_VALUE", "removed", "removed is changed by remove or restore.");
  }
  for (const [name, field] of Object.entries(definition.fields)) {
    if (!values.has(name)) values.set(name, field.required ? field.check(undefined, name) : field.initial);
  }
  const section = values.get("section");
  for (const [name, field] of Object.entries(definition.fields)) {
    if (isItemRef(field)) checkPointer(board, doc, name, field, values.get(name), section);
  }
  checkArrow(board, doc, collection, id, (end) => values.get(end));
  if (fields["rank"] === undefined) values.set("rank", endOfSection(board, doc, collection, section));

  write(() => {
    const item: RawItem = items.set(id, new Y.Map());
    for (const [name, field] of Object.entries(definition.fields)) {
      writeField(item, name, field, values.get(name));
    }
  });
  return id;
}
