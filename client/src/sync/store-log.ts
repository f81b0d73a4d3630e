import * as Y from "yjs";
import type { UnsentRow } from "./device-channel.ts";
import { answer, type DeviceTransaction, onDevice, unsentOf } from "./device-database.ts";
import { newCacheName, sweepCaches } from "./document-cache.ts";
import type { KeptAside } from "./kept-aside.ts";
import { storeName, type StoreOwner } from "./store-owner.ts";

/** An own change, and what it touched, until the server has committed it. */
export interface UnsentChange extends UnsentRow {
  readonly store: string;
  readonly bytes: Uint8Array;
}

/** A board that was opened on this device. */
export interface BoardRow extends StoreOwner {
  readonly store: string;
  /** Name of the database that holds the document as it was last seen. */
  readonly cache: string;
  /** When it was last opened or written on here, in milliseconds since 1970. */
  readonly at: number;
}

/** Work that was put aside, with the document as it was. */
export interface AsideRow extends KeptAside {
  readonly bytes: Uint8Array;
}

/** What is kept of a board; `cache` is null where it was never opened. Works on a full disk too. */
export function loadStore(owner: StoreOwner): Promise<{ cache: string | null; unsent: UnsentChange[] }> {
  const store = storeName(owner);
  return onDevice("readonly", async (transaction) => {
    const board = await answer<BoardRow | undefined>(transaction.objectStore("boards").get(store));
    return { cache: board?.cache ?? null, unsent: await unsentOf<UnsentChange>(transaction, store).values() };
  });
}

/** Notes that the board is open here, and answers the name of its cache. */
export function enterStore(owner: StoreOwner): Promise<string> {
  return onDevice("readwrite", (transaction) => enter(transaction, owner));
}

/** Writes an own change, on the disk when it resolves, and answers its key: it may exist nowhere else. */
export function append(
  owner: StoreOwner,
  change: { readonly bytes: Uint8Array; readonly items: readonly string[] },
): Promise<number> {
  return onDevice(
    "readwrite",
    async (transaction) => {
      await enter(transaction, owner);
      const row = { store: storeName(owner), ...change };
      return Number(await answer(transaction.objectStore("unsent").add(row)));
    },
    "strict",
  );
}

/** Those of the changes that the server has not committed in the meantime. */
export function readRows(ids: readonly number[]): Promise<UnsentChange[]> {
  return onDevice("readonly", async (transaction) => {
    const unsent = transaction.objectStore("unsent");
    const rows: UnsentChange[] = [];
    for (const id of ids) {
      const row = await answer<UnsentChange | undefined>(unsent.get(id));
      if (row) rows.push(row);
    }
    return rows;
  });
}

/** The server has committed these changes. */
export function forgetUnsent(ids: readonly number[]): Promise<void> {
  return onDevice("readwrite", async (transaction) => {
    for (const id of ids) transaction.objectStore("unsent").delete(id);
  });
}

/**
 * Empties a store. What it held unsent is put aside first, on top of the `whole` document, with `more` items that
 * never came into it; answers the copy’s name, or null when there was nothing that the server had not taken.
 */
export async function moveAside(
  transaction: DeviceTransaction,
  { store, participantId, boardId }: Pick<BoardRow, "store" | "participantId" | "boardId">,
  { code, whole, more = [] }: { code: string; whole: Uint8Array; more?: readonly string[] },
): Promise<string | null> {
  const unsent = await unsentOf<UnsentChange>(transaction, store).values();
  const items = [...new Set([...unsent.flatMap((row) => row.items), ...more])];
  const at = Date.now();
  const name = `aside/${participantId}/${boardId}/${at}`;
  if (items.length > 0) {
    const bytes = Y.mergeUpdates([whole, ...unsent.map((row) => row.bytes)]);
    const aside: AsideRow = { store: name, participantId, boardId, code, at, items, bytes };
    transaction.objectStore("aside").put(aside);
  }
  await removeBoard(transaction, store);
  return items.length > 0 ? name : null;
}

/** Takes a board off the device, all but its cache, which goes with the next sweep. */
export async function removeBoard(transaction: DeviceTransaction, store: string): Promise<void> {
  await unsentOf(transaction, store).clear();
  transaction.objectStore("boards").delete(store);
}

/** Deletes the caches of boards that are no longer on the device. */
export function sweep(): Promise<void> {
  return sweepCaches(async () => {
    const boards = await onDevice("readonly", (transaction) =>
      answer<BoardRow[]>(transaction.objectStore("boards").getAll()),
    );
    return new Set(boards.map(({ cache }) => cache));
  });
}

async function enter(transaction: DeviceTransaction, owner: StoreOwner): Promise<string> {
  const { participantId, boardId, generation } = owner;
  const store = storeName(owner);
  const boards = transaction.objectStore("boards");
  const known = await answer<BoardRow | undefined>(boards.get(store));
  const cache = known?.cache ?? newCacheName(store);
  boards.put({ store, participantId, boardId, generation, cache, at: Date.now() } satisfies BoardRow);
  return cache;
}
