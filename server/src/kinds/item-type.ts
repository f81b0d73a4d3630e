import type { Item } from "../items/item.graphql.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";

/** The class of one collection’s items, made by their row. */
export type ItemType = new (row: BoardItem) => Item;
