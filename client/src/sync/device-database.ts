/**
 * What this browser knows of the boards it keeps, and what of them is nowhere else, in one database: taking a board or
 * a person’s work off the device is one transaction and waits for no other window, as deleting a database would. The
 * documents are in databases of their own, which can be had again from the server.
 */
const NAME = "tavolo";
const VERSION = 2;

const TABLES = ["boards", "unsent", "aside"] as const;

/** Unsent changes are found by the store they belong to. */
const BY_STORE = "store";

/** Thrown where the browser keeps nothing for this site: private windows, storage switched off. */
export class StorageDenied extends Error {
  override name = "StorageDenied";
}

/** One transaction on the device’s database. */
export type DeviceTransaction = IDBTransaction;

let opening: Promise<IDBDatabase> | null = null;
let shut = false;

/** After this nothing is kept any more: the session has ended and the page is about to go. */
export function shutDevice(): void {
  shut = true;
}

/** Whether this browser has kept anything of this site’s; asked without making the database. */
export async function keepsAnything(): Promise<boolean> {
  if (typeof indexedDB === "undefined") return false;
  return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

/**
 * Runs `work` in one transaction: all of it is kept or none. Only the database may be awaited inside. Resolves when
 * it is kept; `strict` waits until it is on the disk, for what exists nowhere else. Throws StorageDenied, or the
 * browser’s QuotaExceededError.
 */
export async function onDevice<T>(
  mode: "readonly" | "readwrite",
  work: (transaction: DeviceTransaction) => Promise<T>,
  durability: IDBTransactionDurability = "relaxed",
): Promise<T> {
  if (shut) throw new StorageDenied("The session has ended.");
  const database = await (opening ??= open());
  let transaction: IDBTransaction;
  try {
    transaction = database.transaction(TABLES, mode, { durability });
  } catch (error) {
    // The browser closed it, as it does when a person clears the site’s data: the next one opens it anew.
    opening = null;
    throw error;
  }
  const kept = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new DOMException("The transaction was given up.", "AbortError")),
    );
  });
  const result = work(transaction).catch((error: unknown) => {
    if (transaction.error === null) giveUp(transaction);
    throw error;
  });
  const [outcome] = await Promise.all([result, kept]);
  return outcome;
}

/** The answer to one request. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/** The unsent changes of a store, the oldest first. */
export function unsentOf<Row>(transaction: DeviceTransaction, store: string) {
  const table = transaction.objectStore("unsent");
  const index = table.index(BY_STORE);
  return {
    values: (): Promise<Row[]> => answer<Row[]>(index.getAll(store)),
    keys: async (): Promise<number[]> => (await answer(index.getAllKeys(store))).map(Number),
    async clear() {
      for (const key of await this.keys()) table.delete(key);
    },
  };
}

function giveUp(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function open(): Promise<IDBDatabase> {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    if (typeof indexedDB === "undefined") {
      reject(new StorageDenied("This browser has no database."));
      return;
    }
    const request = indexedDB.open(NAME, VERSION);
    request.addEventListener("upgradeneeded", () => createTables(request.result));
    request.addEventListener("error", () => reject(new StorageDenied(request.error?.message)));
    request.addEventListener("success", () => {
      const database = request.result;
      // A newer page wants to change the tables: it shall not wait for this one.
      database.addEventListener("versionchange", () => database.close());
      database.addEventListener("close", () => {
        opening = null;
      });
      resolve(database);
    });
  });
  opened.catch(() => {
    opening = null;
  });
  return opened;
}

function createTables(database: IDBDatabase): void {
  // Tables of a version that was never released hold nothing that anyone waits for.
  for (const table of database.objectStoreNames) database.deleteObjectStore(table);
  database.createObjectStore("boards", { keyPath: "store" });
  const unsent = database.createObjectStore("unsent", { keyPath: "id", autoIncrement: true });
  unsent.createIndex(BY_STORE, "store");
  database.createObjectStore("aside", { keyPath: "store" });
}
