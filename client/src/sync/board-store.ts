import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { memoryOfUnsent, type UnsentItems } from "./unsent-items.ts";

/** Whose work it is and on what: two people on one device never share a store. */
export interface StoreOwner {
  readonly participantId: string;
  readonly boardId: string;
  readonly generation: number;
}

/** A board kept on this device. */
export interface BoardStore {
  readonly name: string;
  readonly unsent: UnsentItems;
  /** Resolves once everything written so far lies in the store, and not only on its way there. */
  stored(): Promise<void>;
  /** Removes what is kept, after a copy was made elsewhere. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const UNSENT_KEY = "unsent";

/** The store’s name holds actor, board and generation. */
export function storeName({ participantId, boardId, generation }: StoreOwner): string {
  return `tavolo/${participantId}/${boardId}/${generation}`;
}

/**
 * Loads the board kept on this device into `doc` and keeps every further change.
 * Where the browser forbids storage (private windows) the board still works, with this tab’s memory alone.
 */
export async function openBoardStore(name: string, doc: Y.Doc): Promise<BoardStore> {
  if (!(await canStore())) {
    const nothing = async () => {};
    return { name, unsent: memoryOfUnsent([], () => {}), stored: nothing, clear: nothing, close: nothing };
  }
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  const kept: unknown = await persistence.get(UNSENT_KEY);
  let closed = false;
  const unsent = memoryOfUnsent(typeof kept === "string" && kept !== "" ? kept.split("\n") : [], (keys) => {
    if (!closed) void persistence.set(UNSENT_KEY, keys.join("\n"));
  });
  return {
    name,
    unsent,
    // A transaction on the same store waits for those before it.
    stored: () =>
      new Promise((resolve, reject) => {
        if (closed || !persistence.db) return;
        const transaction = persistence.db.transaction(["updates", "custom"], "readonly");
        transaction.objectStore("updates").count();
        transaction.addEventListener("complete", () => resolve());
        transaction.addEventListener("abort", () => reject(transaction.error));
      }),
    async clear() {
      closed = true;
      await persistence.clearData();
    },
    async close() {
      closed = true;
      await persistence.destroy();
    },
  };
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    if (typeof indexedDB === "undefined") {
      resolve(false);
      return;
    }
    const request = indexedDB.open("tavolo/probe");
    request.addEventListener("success", () => {
      request.result.close();
      resolve(true);
    });
    request.addEventListener("error", () => resolve(false));
  });
}
