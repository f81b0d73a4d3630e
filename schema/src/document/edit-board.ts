import * as Y from "yjs";
import { isId, newItemId } from "../ids.ts";
import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import type { Field } from "./field.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { isText } from "./fields/text.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import type { CollectionName, Destination, FieldChanges, NewItem, TextFieldName } from "./item-types.ts";
import { isRecord } from "./json.ts";
import { rawItem, rootMap, type RawItem } from "./layout.ts";
import { checkPointer, endOfSection, planMove } from "./move-item.ts";
import { applyText } from "./text-diff.ts";

/**
 * Strict editing of one document. Each call checks everything first and then writes in one transaction with the
 * editor's origin; it throws `InvalidEdit` and has then written nothing.
 */
export interface BoardEditor<Board extends BoardDefinition = BoardDefinition> {
  /** Adds an item at the end of its section, or at `fields.rank`, and returns its id. */
  add<Name extends CollectionName<Board>>(collection: Name, fields: NewItem<Board, Name>): string;
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
   * Moves an item. `after` and `before` name its new neighbours in the section, `after: null` its beginning and
   * `before: null` its end; without either the item keeps its rank, or goes to the end of a new section. Naming a
   * cluster brings a note into that cluster's section; leaving a section leaves its cluster; a cluster takes its
   * notes along.
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
    const item = existing(board, doc, collection, id);
    if (item.get("removed") !== removed) write(() => item.set("removed", removed));
  };

  return {
    add(collection, given) {
      const definition = collectionOf(board, collection);
      if (!isRecord(given))
        throw new InvalidEdit("INVALID_VALUE", collection, "An item must be given as fields.");
      const { id = newItemId(), ...fields } = given;
      if (!isId(id)) throw new InvalidEdit("INVALID_VALUE", "id", "id must be a lower-case UUID.");
      const items = rootMap(doc, collection);
      if (!items || items.has(id))
        throw new InvalidEdit("INVALID_VALUE", "id", "There is already an item of this id.");
      if ("removed" in fields)
        throw new InvalidEdit("UNKNOWN_FIELD", "removed", "A new item is never removed.");

      const values = checkAll(definition, fields);
      for (const [name, field] of Object.entries(definition.fields)) {
        if (values.has(name)) continue;
        values.set(name, field.required ? field.check(undefined, name) : field.initial);
      }
      const section = values.get("section");
      for (const [name, field] of Object.entries(definition.fields)) {
        if (isItemRef(field)) checkPointer(board, doc, name, field, values.get(name), section);
      }
      if (!("rank" in fields)) values.set("rank", endOfSection(board, doc, collection, section));

      write(() => {
        const item: RawItem = new Y.Map();
        items.set(id, item);
        for (const [name, field] of Object.entries(definition.fields))
          writeField(item, name, field, values.get(name));
      });
      return id;
    },

    set(collection, id, given) {
      const definition = collectionOf(board, collection);
      const item = existing(board, doc, collection, id);
      if (!isRecord(given))
        throw new InvalidEdit("INVALID_VALUE", collection, "A change must be given as fields.");
      const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      for (const name of Object.keys(fields)) refuseOwnOperation(name, fieldOf(definition, name));
      const values = checkAll(definition, fields);
      write(() => {
        for (const [name, value] of values) writeField(item, name, fieldOf(definition, name), value);
      });
    },

    setText(collection, id, name, value) {
      const field = fieldOf(collectionOf(board, collection), name);
      const item = existing(board, doc, collection, id);
      if (field.shared !== "text")
        throw new InvalidEdit("INVALID_VALUE", name, `${name} is not a text; use set.`);
      const checked = field.check(value, name);
      write(() => writeField(item, name, field, checked));
    },

    move(collection, id, to) {
      const definition = collectionOf(board, collection);
      existing(board, doc, collection, id);
      const changes = planMove(board, doc, definition, collection, id, to);
      if (changes.length === 0) return;
      write(() => {
        for (const change of changes)
          rawItem(doc, change.collection, change.id)?.set(change.field, change.value);
      });
    },

    remove: (collection, id) => mark(collection, id, true),
    restore: (collection, id) => mark(collection, id, false),
  };
}

function collectionOf(board: BoardDefinition, name: string): CollectionDefinition {
  const collection = Object.hasOwn(board.collections, name) ? board.collections[name] : undefined;
  if (!collection) throw new InvalidEdit("UNKNOWN_FIELD", name, `A ${board.kind} board has no ${name}.`);
  return collection;
}

function fieldOf(collection: CollectionDefinition, name: string): Field {
  const field = Object.hasOwn(collection.fields, name) ? collection.fields[name] : undefined;
  if (!field) throw new InvalidEdit("UNKNOWN_FIELD", name, `There is no field ${name} here.`);
  return field;
}

function existing(board: BoardDefinition, doc: Y.Doc, collection: string, id: string): RawItem {
  collectionOf(board, collection);
  const item = rawItem(doc, collection, id);
  if (!item) throw new InvalidEdit("ITEM_NOT_FOUND", "id", `There is no item ${id} among the ${collection}.`);
  return item;
}

function checkAll(
  collection: CollectionDefinition,
  fields: Readonly<Record<string, unknown>>,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    const field = fieldOf(collection, name);
    if (value !== undefined) values.set(name, field.check(value, name));
  }
  return values;
}

function refuseOwnOperation(name: string, field: Field): void {
  const operation =
    field.shared === "text"
      ? "setText"
      : name === "removed"
        ? "remove or restore"
        : name === "section" || name === "rank" || isItemRef(field)
          ? "move"
          : null;
  if (operation) throw new InvalidEdit("INVALID_VALUE", name, `${name} is changed by ${operation}.`);
}

function writeField(item: RawItem, name: string, field: Field, value: unknown): void {
  const standing = item.get(name);
  if (field.shared === "text") {
    if (isText(standing)) applyText(standing, String(value));
    else item.set(name, new Y.Text(String(value)));
  } else if (field.shared === "map") {
    const map: RawItem = standing instanceof Y.Map ? standing : item.set(name, new Y.Map());
    for (const [key, entry] of Object.entries(isRecord(value) ? value : {})) {
      if (entry === null) map.delete(key);
      else map.set(key, entry);
    }
  } else {
    item.set(name, value);
  }
}
