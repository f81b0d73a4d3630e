import type { BoardReport } from "../report/board-report.ts";
import { writeCsv } from "./write-csv.ts";
import { writeJson } from "./write-json.ts";

interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (report: BoardReport) => string;
}

/** The forms in which a board can be taken away. */
export const exportFormats = {
  json: { extension: "json", mediaType: "application/json", write: writeJson },
  csv: { extension: "csv", mediaType: "text/csv; charset=utf-8", write: writeCsv },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof exportFormats;
