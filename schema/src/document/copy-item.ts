import * as Y from "yjs";
import { isId } from "../ids.ts";
import type { BoardDefinition } from "./define-board.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { collectionOf, writeField } from "./item-fields.ts";
import { rootMap, type RawItem } from "./layout.ts";

/**
 * Adds an item as it was read from another board. Reading is total, so its values have the declared types; limits
 * on length do not apply, since honest writers may have passed them together and nothing may be cut off here.
 */
export function copyItem(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  item: { readonly id: string; readonly [field: string]: unknown },
  write: (change: () => void) => void,
): void {
  const { fields } = collectionOf(board, collection);
  const items = rootMap(doc, collection);
  if (!isId(item.id) || !items || items.has(item.id)) {
    throw new InvalidEdit("INVALID_VALUE", "id", `The id ${item.id} cannot be used for a copy.`);
  }
  write(() => {
    const raw: RawItem = items.set(item.id, new Y.Map());
    for (const [name, field] of Object.entries(fields)) {
      writeField(raw, name, field, item[name] === undefined ? field.initial : item[name]);
    }
  });
}
