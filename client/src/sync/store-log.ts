import * as Y from "yjs";
import { answer, type DeviceTransaction, onDevice, rowsOf } from "./device-database.ts";
import type { UnsentRow } from "./device-channel.ts";
import type { KeptAside } from "./kept-aside.ts";
import { storeName, type StoreOwner } from "./store-owner.ts";

/** One update of a board’s document as it lies in the store. */
interface UpdateRow {
  readonly store: string;
  readonly bytes: Uint8Array;
}

/** A board that was opened on this device. */
export interface BoardRow extends StoreOwner {
  readonly store: string;
  /** When it was last opened or written on here, in milliseconds since 1970. */
  readonly at: number;
}

/** Work that was put aside, with the document as it was. */
export interface AsideRow extends KeptAside {
  readonly bytes: Uint8Array;
}

/** What the store holds of a document. */
export interface StoredUpdates {
  readonly keys: readonly number[];
  readonly updates: readonly Uint8Array[];
}

/** What waits to be written; `items` are those an own change touched, null for what came from the server. */
export interface NewUpdate {
  readonly bytes: Uint8Array;
  readonly items: readonly string[] | null;
}

/** Reads all that is kept for this owner; works on a full disk too. */
export function loadStore(owner: StoreOwner): Promise<StoredUpdates & { unsent: readonly UnsentRow[] }> {
  const store = storeName(owner);
  return onDevice("readonly", async (transaction) => {
    const stored = await readUpdates(transaction, store);
    return { ...stored, unsent: await rowsOf(transaction, "unsent", store).values<UnsentRow>() };
  });
}

/**
 * Notes that the board is open here. What was kept for earlier generations of it belongs to a document that is no
 * more, and is put aside in the same transaction.
 */
export function enterStore(owner: StoreOwner): Promise<void> {
  const { participantId, boardId, generation } = owner;
  return onDevice("readwrite", async (transaction) => {
    const boards = transaction.objectStore("boards");
    for (const old of await answer<BoardRow[]>(boards.getAll())) {
      const isOld =
        old.participantId === participantId && old.boardId === boardId && old.generation < generation;
      if (isOld) await moveAside(transaction, old, { code: "GENERATION_CHANGED" });
    }
    boards.put(boardRow(owner));
  });
}

/** Writes updates behind each other and answers the keys of their rows. */
export function append(owner: StoreOwner, news: readonly NewUpdate[]): Promise<number[]> {
  const store = storeName(owner);
  const isOwn = news.some(({ items }) => items !== null);
  return onDevice(
    "readwrite",
    async (transaction) => {
      transaction.objectStore("boards").put(boardRow(owner));
      const keys: number[] = [];
      for (const { bytes, items } of news) {
        const key = Number(await answer(transaction.objectStore("updates").add({ store, bytes })));
        keys.push(key);
        if (items !== null) transaction.objectStore("unsent").put({ id: key, store, items });
      }
      return keys;
    },
    // What the server has, it gives again; an own change may exist nowhere else.
    isOwn ? "strict" : "relaxed",
  );
}

/** The updates of these rows; null when another window has since merged them with others. */
export async function readRows(ids: readonly number[]): Promise<(Uint8Array | null)[]> {
  return onDevice("readonly", async (transaction) => {
    const updates = transaction.objectStore("updates");
    const rows: (Uint8Array | null)[] = [];
    for (const id of ids) rows.push((await answer<UpdateRow | undefined>(updates.get(id)))?.bytes ?? null);
    return rows;
  });
}

/** Everything the store holds. */
export function readStore(store: string): Promise<StoredUpdates> {
  return onDevice("readonly", (transaction) => readUpdates(transaction, store));
}

/** Puts one row in place of all; `merge` is given what the document may not hold yet and answers the whole. */
export function replaceAll(store: string, merge: (stored: StoredUpdates) => Uint8Array): Promise<number> {
  return onDevice("readwrite", async (transaction) => {
    const stored = await readUpdates(transaction, store);
    const updates = transaction.objectStore("updates");
    const key = Number(await answer(updates.add({ store, bytes: merge(stored) } satisfies UpdateRow)));
    for (const old of stored.keys) updates.delete(old);
    return key;
  });
}

/** The server has committed these changes. */
export function forgetUnsent(ids: readonly number[]): Promise<void> {
  return onDevice("readwrite", async (transaction) => {
    for (const id of ids) transaction.objectStore("unsent").delete(id);
  });
}

/**
 * Empties a store. What it held unsent is put aside first, with `more` items that never came into it; answers the
 * copy’s name, or null when there was nothing that the server had not taken.
 */
export async function moveAside(
  transaction: DeviceTransaction,
  { store, participantId, boardId }: Omit<BoardRow, "at">,
  { code, whole, more = [] }: { code: string; whole?: Uint8Array; more?: readonly string[] },
): Promise<string | null> {
  const unsent = await rowsOf(transaction, "unsent", store).values<UnsentRow>();
  const items = [...new Set([...unsent.flatMap((row) => row.items), ...more])];
  const at = Date.now();
  const name = `aside/${participantId}/${boardId}/${at}`;
  if (items.length > 0) {
    const bytes = whole ?? Y.mergeUpdates([...(await readUpdates(transaction, store)).updates]);
    const aside: AsideRow = { store: name, participantId, boardId, code, at, items, bytes };
    transaction.objectStore("aside").put(aside);
  }
  await rowsOf(transaction, "updates", store).clear();
  await rowsOf(transaction, "unsent", store).clear();
  transaction.objectStore("boards").delete(store);
  return items.length > 0 ? name : null;
}

function boardRow({ participantId, boardId, generation }: StoreOwner): BoardRow {
  const store = storeName({ participantId, boardId, generation });
  return { store, participantId, boardId, generation, at: Date.now() };
}

async function readUpdates(transaction: DeviceTransaction, store: string): Promise<StoredUpdates> {
  const rows = rowsOf(transaction, "updates", store);
  const keys = await rows.keys();
  const values = await rows.values<UpdateRow>();
  return { keys, updates: values.map(({ bytes }) => bytes) };
}
