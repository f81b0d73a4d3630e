import { parentPort, workerData } from "node:worker_threads";
import { makeSnapshot } from "./make-snapshot.ts";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(makeSnapshot(workerData));
