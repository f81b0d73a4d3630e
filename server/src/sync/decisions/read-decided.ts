import type { EntityManager } from "../../database/entity-manager.ts";
import { type DecidedItem, DecidedItemSchema } from "./decided-item.entity.ts";

/** What was decided about an item so far; null as long as that is nothing. */
export const readDecided = (
  em: EntityManager,
  place: Pick<DecidedItem, "board" | "collection" | "item">,
): Promise<DecidedItem | null> => em.fork().findOne(DecidedItemSchema, place);

/** What was decided about the items of a board, for all that reads a board as a whole. */
export const readDecidedRows = (em: EntityManager, board: string): Promise<DecidedItem[]> =>
  em.find(DecidedItemSchema, { board }, { orderBy: { collection: "asc", item: "asc" } });
