import type * as Y from "yjs";
import { addItem } from "./add-item.ts";
import { changeItem } from "./change-item.ts";
import { copyItem } from "./copy-item.ts";
import type { BoardDefinition } from "./define-board.ts";
import type { Field } from "./field.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { checkFields, collectionOf, existingItem, fieldOf, writeField } from "./item-fields.ts";
import type { CollectionName, Destination, FieldChanges, NewItem, TextFieldName } from "./item-types.ts";
import { rawItem } from "./layout.ts";
import { planMove } from "./move-item.ts";

/**
 * Strict editing of one document. Each call checks everything first and then writes in one transaction with the
 * editor's origin; it throws `InvalidEdit` and has then written nothing.
 */
export interface BoardEditor<Board extends BoardDefinition = BoardDefinition> {
  /** Adds an item at the end of its section, or at `fields.rank`, and returns its id. */
  add<Name extends CollectionName<Board>>(collection: Name, fields: NewItem<Board, Name>): string;
  /** Adds an item as it was read from another board, under an id of its own; limits on length do not apply. */
  copy(
    collection: CollectionName<Board>,
    item: { readonly id: string; readonly [field: string]: unknown },
  ): void;
  /** Sets fields that have no operation of their own; `translations` are merged by language. */
  set<Name extends CollectionName<Board>>(
    collection: Name,
    id: string,
    fields: FieldChanges<Board, Name>,
  ): void;
  /** Makes a text say `value` by the smallest change to the live text, so that others' carets stay where they are. */
  setText<Name extends CollectionName<Board>>(
    collection: Name,
    id: string,
    field: TextFieldName<Board, Name>,
    value: string,
  ): void;
  /**
   * Changes several fields of an item at once, all of them or none: texts as `setText` does, pointers as `move` does,
   * the others as `set` does. `null` empties a field of any kind.
   */
  change(collection: CollectionName<Board>, id: string, fields: { readonly [field: string]: unknown }): void;
  /**
   * Moves an item. `after` and `before` name its new neighbours in the section, `after: null` its beginning and
   * `before: null` its end; without either the item keeps its rank, or goes to the end of a new section. Naming a
   * cluster brings a note into that cluster's section. Leaving a section leaves its cluster and the place on the
   * canvas (set a new one afterwards); a cluster takes its notes along.
   */
  move<Name extends CollectionName<Board>>(collection: Name, id: string, to: Destination<Board, Name>): void;
  /** Puts an item into the bin. */
  remove(collection: CollectionName<Board>, id: string): void;
  /** Takes an item out of the bin. */
  restore(collection: CollectionName<Board>, id: string): void;
}

/** Opens a document for strict editing; every transaction carries `origin`. */
export function editBoard<Board extends BoardDefinition>(
  board: Board,
  doc: Y.Doc,
  options: { origin: unknown },
): BoardEditor<Board>;
export function editBoard(board: BoardDefinition, doc: Y.Doc, { origin }: { origin: unknown }): BoardEditor {
  const write = (change: () => void) => doc.transact(change, origin);

  const mark = (collection: string, id: string, removed: boolean) => {
    const item = existingItem(board, doc, collection, id);
    write(() => writeField(item, "removed", fieldOf(collectionOf(board, collection), "removed"), removed));
  };

  return {
    add: (collection, fields) => addItem(board, doc, collection, fields, write),

    copy: (collection, item) => copyItem(board, doc, collection, item, write),

    set(collection, id, fields) {
      const definition = collectionOf(board, collection);
      const item = existingItem(board, doc, collection, id);
      const values = checkFields(definition, fields);
      for (const name of values.keys()) refuseOwnOperation(name, fieldOf(definition, name));
      write(() => {
        for (const [name, value] of values) writeField(item, name, fieldOf(definition, name), value);
      });
    },

    change: (collection, id, fields) => changeItem(board, doc, collection, id, fields, write),

    setText(collection, id, name, value) {
      const field = fieldOf(collectionOf(board, collection), name);
      const item = existingItem(board, doc, collection, id);
      if (field.shared !== "text") {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} is not a shared text; use set.`);
      }
      const checked = field.check(value, name);
      write(() => writeField(item, name, field, checked));
    },

    move(collection, id, to) {
      existingItem(board, doc, collection, id);
      const changes = planMove(board, doc, collection, id, to);
      write(() => {
        for (const change of changes) {
          rawItem(doc, change.collection, change.id)?.set(change.field, change.value);
        }
      });
    },

    remove: (collection, id) => mark(collection, id, true),
    restore: (collection, id) => mark(collection, id, false),
  };
}

function refuseOwnOperation(name: string, field: Field): void {
  const operation = ownOperation(name, field);
  if (operation) throw new InvalidEdit("INVALID_VALUE", name, `${name} is changed by ${operation}.`);
}

function ownOperation(name: string, field: Field): string | null {
  if (field.shared === "text") return "setText";
  if (name === "removed") return "remove or restore";
  return name === "section" || name === "rank" || isItemRef(field) ? "move" : null;
}
