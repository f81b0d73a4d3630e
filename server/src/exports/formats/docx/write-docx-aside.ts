import { Worker } from "node:worker_threads";
import { exportBusy, exportTooLarge } from "../../../errors.ts";
import type { DocumentPart } from "../../document-parts.ts";
import type { AnyReport } from "../../report/kind-report.ts";
import type { DocxTask } from "./docx-worker.ts";

/** Made one after the other: the other core is for those who write on boards meanwhile. */
const MOST_WAITING = 12;
/** Ten times what a board of five hundred notes takes on two busy cores. */
const LONGEST_MS = 180_000;
/** A board of five thousand notes takes two thirds of it. */
const MOST_MEMORY_MB = 768;

// Beside this file as it was written, or beside the bundle as it was built.
const WORKER = new URL(`./docx-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Writes the document on a thread of its own, so that nobody’s typing waits for it. Throws EXPORT_BUSY while
 * too many documents are asked for, EXPORT_TOO_LARGE where one takes more time or memory than there is.
 */
export const writeDocxAside = async (
  report: AnyReport,
  parts: readonly DocumentPart[],
): Promise<Uint8Array> => {
  if (waiting >= MOST_WAITING) throw exportBusy();
  waiting += 1;
  const written = last.then(() => onThread({ report, parts }));
  last = written.catch(() => undefined);
  return written.finally(() => (waiting -= 1));
};

const onThread = async (task: DocxTask): Promise<Uint8Array> => {
  const worker = new Worker(WORKER, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const timer = setTimeout(() => reject(exportTooLarge()), LONGEST_MS);
  worker.once("message", resolve);
  worker.once("error", (error: NodeJS.ErrnoException) =>
    reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? exportTooLarge() : error),
  );
  worker.once("exit", () => reject(new Error("The thread ended without a document.")));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};
