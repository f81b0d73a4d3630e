import { boardKinds } from "@tavolo/schema";
import type { Board as BoardRow } from "../boards/board.entity.ts";
import type { Board } from "../boards/board.graphql.ts";
import { Cluster } from "../clusters/cluster.graphql.ts";
import type { Item } from "../items/item.graphql.ts";
import { Note } from "../notes/note.graphql.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import { kindDescription } from "./board-kind.ts";
import { type DerivedKind, deriveKind } from "./derive-kind.ts";
import type { ItemType } from "./item-type.ts";

/** Types that are older than the derivation, and the API’s names for what the SWOT holds. */
const written: Readonly<Record<string, Readonly<Record<string, ItemType>>>> = {
  swot: { notes: Note, clusters: Cluster },
};

const types: ReadonlyMap<string, DerivedKind> = new Map(
  [...boardKinds.values()].map((board) => [
    board.kind,
    deriveKind(board, { written: written[board.kind] ?? {}, description: kindDescription(board.kind) }),
  ]),
);

const typesOf = (kind: string): DerivedKind => {
  const found = types.get(kind);
  if (!found) throw new Error(`The API has no types for ${kind} boards.`);
  return found;
};

/** What writes the items of every kind whose types are derived. */
export const kindMutations: readonly Function[] = [...types.values()].map(({ mutations }) => mutations);

/** A board as the type of its kind. */
export const toBoard = (row: BoardRow): Board => new (typesOf(row.kind).board)(row);

/** An item as the type of its collection. */
export const toItem = (kind: string, row: BoardItem): Item => {
  const type = typesOf(kind).items[row.collection];
  if (!type) throw new Error(`The API has no type for ${row.collection} of ${kind} boards.`);
  return new type(row);
};
