import type { EntityManager } from "../../database/entity-manager.ts";
import type { QueueEntry } from "../rooms/queue-entry.ts";
import type { RoomBatch } from "../rooms/room.ts";
import { isItemDecision, type ItemDecision } from "./item-decision.ts";

/** The last decision about each item that a commit decides about; counted on as decisions are added. */
export class LastDecisions {
  readonly #seqs: Map<string, number>;

  constructor(rows: readonly { key: string; seq: number }[] = []) {
    this.#seqs = new Map(rows.map(({ key, seq }) => [key, seq]));
  }

  /** Whether something was decided about the item since that was judged. */
  isOutdated(board: string, decision: ItemDecision): boolean {
    if (decision.type === "voice") return false;
    return (this.#seqs.get(keyOf(board, decision)) ?? 0) !== decision.base;
  }

  add(board: string, decision: ItemDecision, seq: number): void {
    this.#seqs.set(keyOf(board, decision), seq);
  }
}

/** Reads them in one statement; most commits decide about no item and need none. */
export async function readLastDecisions(
  tx: EntityManager,
  batches: readonly RoomBatch[],
): Promise<LastDecisions> {
  const keys = batches.flatMap(({ room, entries }) =>
    entries.flatMap((entry) => {
      const decision = itemDecisionOf(entry);
      return decision ? [keyOf(room.boardId, decision)] : [];
    }),
  );
  if (keys.length === 0) return new LastDecisions();
  return new LastDecisions(
    await tx.execute<{ key: string; seq: number }[]>(
      `select board || '/' || collection || '/' || item as key, decided_seq as seq from decided_item
        where (board, collection, item) in (${keys.map(() => "(?::uuid, ?, ?::uuid)").join(", ")})`,
      keys.flatMap((key) => key.split("/")),
    ),
  );
}

/** What an entry decides about an item; null for everything else. */
export const itemDecisionOf = (entry: QueueEntry): ItemDecision | null =>
  entry.type === "decision" && isItemDecision(entry.decision) ? entry.decision : null;

const keyOf = (board: string, { collection, item }: ItemDecision): string => `${board}/${collection}/${item}`;
