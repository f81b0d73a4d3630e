import { parentPort, workerData } from "node:worker_threads";
import type { DocumentPart } from "../../document-parts.ts";
import type { AnyReport } from "../../report/kind-report.ts";
import { writeDocx } from "./write-docx.ts";

/** What this thread is started with. */
export interface DocxTask {
  readonly report: AnyReport;
  readonly parts: readonly DocumentPart[];
}

const { report, parts }: DocxTask = workerData;
const bytes = await writeDocx(report, parts);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(bytes);
