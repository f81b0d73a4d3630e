import type * as Y from "yjs";
import type { BoardDefinition } from "./define-board.ts";
import type { ItemRefField } from "./fields/item-ref.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { rawItem } from "./layout.ts";

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
