import { isId } from "@tavolo/schema";
import type { SortKey } from "../graphql/cursor.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";

/** Last changed first; ids are unique on their board only, since a copied board has the same ones. */
export const itemOrder = "item.updated_at desc, item.id desc, item.board desc, item.collection desc";

/** Where an item stands in that order, as a cursor holds it. */
export const placeOf = ({ updatedAt, id, board, collection }: BoardItem): SortKey => [
  updatedAt.toISOString(),
  id,
  board,
  collection,
];

export const isPlace = ([at, id, board, collection, ...more]: SortKey): boolean =>
  typeof at === "string" &&
  ISO.test(at) &&
  !Number.isNaN(Date.parse(at)) &&
  isId(id) &&
  isId(board) &&
  typeof collection === "string" &&
  COLLECTION.test(collection) &&
  more.length === 0;

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const COLLECTION = /^\w{1,40}$/;

/** Whether an item comes behind a place. */
export const isBehind = ([at, id, board, collection]: SortKey): Sql =>
  sql`(item.updated_at, item.id, item.board, item.collection)
    < (cast(${at} as timestamptz), cast(${id} as uuid), cast(${board} as uuid), cast(${collection} as text))`;
