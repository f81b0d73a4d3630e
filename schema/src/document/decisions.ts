import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import type { ValueOf } from "./field.ts";
import type { CollectionName, Item } from "./item-types.ts";
import { isRecord } from "./json.ts";

type DecidedOf<Board extends BoardDefinition, Name extends string> = Board["collections"][Name] extends {
  decided: infer Declared extends object;
}
  ? { readonly [Key in keyof Declared]: ValueOf<Declared[Key]> }
  : unknown;

/** An item with what was decided about it, as the projection merges both. */
export type DecidedItem<Board extends BoardDefinition, Name extends CollectionName<Board>> = Item<
  Board,
  Name
> &
  DecidedOf<Board, Name>;

/**
 * What was decided about an item, read from its row on the server (null where nothing was decided yet). Total: what
 * is missing or unreadable reads as the field's initial value. The document holds none of it: a decided field is no
 * place in a document, so the gate admits nothing there and strict editing knows no such field.
 */
export function readDecisions({ decided = {} }: CollectionDefinition, row: unknown): Record<string, unknown> {
  const given = isRecord(row) ? row : {};
  return Object.fromEntries(Object.entries(decided).map(([name, field]) => [name, field.read(given[name])]));
}

/** An item of a board with what was decided about it. */
export function withDecisions<Board extends BoardDefinition, Name extends CollectionName<Board>>(
  board: Board,
  collection: Name,
  item: Item<Board, Name>,
  row: unknown,
): DecidedItem<Board, Name>;
export function withDecisions(
  board: BoardDefinition,
  collection: string,
  item: object,
  row: unknown,
): object {
  const definition = board.collections[collection];
  return definition ? { ...item, ...readDecisions(definition, row) } : item;
}

/** Whether a collection leaves that field to decisions: what editors answer instead of “unknown field”. */
export function isDecided({ decided = {} }: CollectionDefinition, name: string): boolean {
  return Object.hasOwn(decided, name);
}
