import { Worker } from "node:worker_threads";
import type { JournalledDocument, MadeSnapshot } from "./make-snapshot.ts";

/** Twenty times what a board of ten thousand notes takes on two busy cores. */
const LONGEST_MS = 60_000;
/** A board of ten thousand notes takes a fifth of it, twice: as it was replayed and as it is loaded. */
const MOST_MEMORY_MB = 512;

// Beside this file as it was written, or beside the bundle as it was built.
const WORKER = new URL(
  `./snapshot-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
  import.meta.url,
);

/** Makes and verifies a snapshot on a thread of its own, so that nobody’s typing waits for it. */
export const makeSnapshotAside = async (
  journalled: JournalledDocument,
  signal?: AbortSignal,
): Promise<MadeSnapshot> => {
  const worker = new Worker(WORKER, {
    workerData: journalled,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const { promise, resolve, reject } = Promise.withResolvers<MadeSnapshot>();
  const timer = setTimeout(() => reject(new Error("A snapshot took too long.")), LONGEST_MS);
  const stop = () => reject(new Error("The server closes."));
  signal?.addEventListener("abort", stop);
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("The thread ended without a snapshot.")));
  try {
    signal?.throwIfAborted();
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
};
