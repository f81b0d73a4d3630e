import { answer, onDevice, unsentOf } from "./device-database.ts";
import { readCache } from "./document-cache.ts";
import { type BoardRow, moveAside, sweep } from "./store-log.ts";
import type { StoreOwner } from "./store-owner.ts";

/** What was kept for earlier generations of a board belongs to a document that is no more: it is put aside. */
export async function putAsideEarlier({ participantId, boardId, generation }: StoreOwner): Promise<void> {
  const earlier = await onDevice("readonly", async (transaction) => {
    const boards = await answer<BoardRow[]>(transaction.objectStore("boards").getAll());
    const old = boards.filter(
      (row) => row.participantId === participantId && row.boardId === boardId && row.generation < generation,
    );
    return Promise.all(
      old.map(async (row) => ({ row, unsent: await unsentOf(transaction, row.store).keys() })),
    );
  });
  for (const { row, unsent } of earlier) {
    const whole = unsent.length > 0 ? await readCache(row.cache) : new Uint8Array([0, 0]);
    await onDevice("readwrite", (transaction) =>
      moveAside(transaction, row, { code: "GENERATION_CHANGED", whole }),
    );
  }
  if (earlier.length > 0) sweep().catch(() => {});
}
