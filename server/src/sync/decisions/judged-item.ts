import {
  type AnyItem,
  type BoardDefinition,
  type CollectionDefinition,
  readItemFields,
} from "@tavolo/schema";
import { itemNotFound } from "../../errors.ts";
import type { RoomDocument } from "../rooms/room-document.ts";
import type { BoardActor } from "../sync-engine.ts";
import type { DecidedItem } from "./decided-item.entity.ts";
import type { DecidedPlace, ItemDecision } from "./item-decision.ts";

/** What a decision is judged by: the item as all edits before it leave it, and what was decided until now. */
export interface JudgedItem {
  readonly board: BoardDefinition;
  readonly collection: CollectionDefinition;
  readonly item: AnyItem;
  readonly decided: DecidedItem | null;
  readonly actor: BoardActor;
}

/** Makes the decision, or throws the TavoloError that refuses it. */
export type Judge = (judged: JudgedItem) => ItemDecision;

/** The item on the board, which is not in the bin; throws ITEM_NOT_FOUND. */
export function itemToJudge(
  { board, doc }: RoomDocument,
  { collection: name, item: id }: DecidedPlace,
): Pick<JudgedItem, "board" | "collection" | "item"> {
  const collection = board.collections[name];
  const item = collection ? readItemFields(board, doc, name, id) : null;
  if (!collection || !item || item.removed) throw itemNotFound(id);
  return { board, collection, item };
}
