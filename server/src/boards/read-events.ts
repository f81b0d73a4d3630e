import type { EntityManager } from "../database/entity-manager.ts";
import { type BoardEvent, BoardEventSchema } from "../sync/projection/board-event.entity.ts";

/** How many events one statement reads when somebody catches up. */
export const EVENT_BATCH = 200;

/** Thirty screens hear of an event at once and ask the same: they share one statement. */
const underWay = new Map<string, Promise<readonly BoardEvent[]>>();

/** The next events of a board behind a number, in order. */
export const readEvents = (
  em: EntityManager,
  board: string,
  number: number,
): Promise<readonly BoardEvent[]> => {
  const key = `${board}/${number}`;
  const known = underWay.get(key);
  if (known) return known;
  const reading = em
    .find(
      BoardEventSchema,
      { board, number: { $gt: number } },
      { orderBy: { number: "asc" }, limit: EVENT_BATCH, disableIdentityMap: true },
    )
    .finally(() => underWay.delete(key));
  underWay.set(key, reading);
  return reading;
};
