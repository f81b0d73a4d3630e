import type { DocumentPart } from "../document-parts.ts";
import type { BoardReport } from "../report/board-report.ts";
import { writeDocxAside } from "./docx/write-docx-aside.ts";
import { writeCsv } from "./write-csv.ts";
import { writeJson } from "./write-json.ts";

interface Format {
  readonly extension: string;
  readonly mediaType: string;
  /** Text is UTF-8; bytes have to be encoded where only text can travel. `parts` is for documents alone. */
  readonly write: (report: BoardReport, parts: readonly DocumentPart[]) => string | Promise<Uint8Array>;
}

/** The forms in which a board can be taken away. */
export const exportFormats = {
  json: { extension: "json", mediaType: "application/json", write: writeJson },
  csv: { extension: "csv", mediaType: "text/csv; charset=utf-8", write: writeCsv },
  docx: {
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: writeDocxAside,
  },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof exportFormats;

export const isExportFormat = (value: string | undefined): value is ExportFormat =>
  value !== undefined && Object.hasOwn(exportFormats, value);
