import { boardKinds } from "@tavolo/schema";
import { Cluster } from "../clusters/cluster.graphql.ts";
import { anyOf, type Sql, sql } from "../graphql/sql.ts";
import { Note } from "../notes/note.graphql.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import type { Item } from "./item.graphql.ts";

/** The type of the items of each collection, by kind of board. */
const types: Readonly<Record<string, Readonly<Record<string, new (row: BoardItem) => Item>>>> = {
  swot: { notes: Note, clusters: Cluster },
};

const typeOf = (kind: string, collection: string) => types[kind]?.[collection];

/** An item as the type of its collection. */
export const toItem = (kind: string, row: BoardItem): Item => {
  const type = typeOf(kind, row.collection);
  if (!type) throw new Error(`The API has no type for ${row.collection} of ${kind} boards.`);
  return new type(row);
};

const pairs = Object.entries(types).flatMap(([kind, collections]) =>
  Object.keys(collections).map((collection) => [kind, collection] as const),
);
const isEveryOne = [...boardKinds.values()].every(({ kind, collections }) =>
  Object.keys(collections).every((collection) => typeOf(kind, collection)),
);

/** Leaves out items that a kind declares and the API has no type for yet. */
export const hasType: readonly Sql[] = isEveryOne
  ? []
  : [anyOf(pairs.map(([kind, collection]) => sql`board.kind = ${kind} and item.collection = ${collection}`))];
