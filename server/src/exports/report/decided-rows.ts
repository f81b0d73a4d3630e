import type { EntityManager } from "../../database/entity-manager.ts";

/** What was decided about the items of a board, by `decidedKey`; an item that is missing has no decision yet. */
export type DecidedRows = ReadonlyMap<string, unknown>;

export const decidedKey = (collection: string, id: string): string => `${collection}/${id}`;

/** Reads what was decided on a board; run it in the transaction that reads its items. */
export const readDecidedRows = async (_em: EntityManager, _boardId: string): Promise<DecidedRows> =>
  new Map();
