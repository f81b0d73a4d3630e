import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

/** How long a board waits for what this device keeps of it: the server has it as well. */
const PATIENCE_MS = 2_000;

/** By this the browser’s list of databases tells the caches from what else this site keeps. */
const PREFIX = "tavolo/";

/** A name for a cache that no database has yet: one that was emptied is never waited for. */
export function newCacheName(store: string): string {
  return `${PREFIX}${store}/${Date.now()}`;
}

/**
 * Loads the document as this device last saw it, and keeps it from then on until the answered function is called.
 * Resolves in any case: without a cache the board is as it comes from the server.
 */
export async function openCache(name: string, doc: Y.Doc): Promise<() => void> {
  const cache = new IndexeddbPersistence(name, doc);
  const close = () => void cache.destroy().catch(() => {});
  const opened = cache._db.then((database) => {
    // From then on each write would throw, into the hands of whoever changes the document.
    database.addEventListener("versionchange", close);
    database.addEventListener("close", close);
  });
  let patience: ReturnType<typeof setTimeout> | undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    patience = setTimeout(() => reject(new Error("The cache does not answer.")), PATIENCE_MS);
    opened.catch(reject);
  });
  await Promise.race([cache.whenSynced, failed]).catch(close);
  clearTimeout(patience);
  return close;
}

/** What a cache holds, as one update. */
export async function readCache(name: string): Promise<Uint8Array> {
  const doc = new Y.Doc();
  const close = await openCache(name, doc);
  close();
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}

/** Deletes the caches that are not among those in use; a window that still has one open closes it by itself. */
export async function sweepCaches(inUse: () => Promise<ReadonlySet<string>>): Promise<void> {
  const databases = await indexedDB.databases();
  // Asked after the list was made: a name is in use before its database is there.
  const used = await inUse();
  const unused = databases.flatMap(({ name }) => (name?.startsWith(PREFIX) && !used.has(name) ? [name] : []));
  await Promise.all(unused.map(deleteDatabase));
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    // Blocked: it goes when the last window that has it open does.
    for (const end of ["success", "error", "blocked"]) request.addEventListener(end, () => resolve());
  });
}
