import type { DocumentPart } from "../document-parts.ts";
import { type AnyReport, isKindReport } from "../report/kind-report.ts";
import { writeDocxAside } from "./docx/write-docx-aside.ts";
import { writeCsv } from "./write-csv.ts";
import { writeJson } from "./write-json.ts";
import { writeKindCsv } from "./write-kind-csv.ts";

/** What of a report a file shall hold: `parts` is for documents alone, `collection` for tables. */
export interface Wanted {
  readonly parts: readonly DocumentPart[];
  /** Null for that which the method is about. */
  readonly collection: string | null;
}

interface Format {
  readonly extension: string;
  readonly mediaType: string;
  /** Text is UTF-8; bytes have to be encoded where only text can travel. */
  readonly write: (report: AnyReport, wanted: Wanted) => string | Promise<Uint8Array>;
}

/** The forms in which a board can be taken away. */
export const exportFormats = {
  json: { extension: "json", mediaType: "application/json", write: writeJson },
  csv: {
    extension: "csv",
    mediaType: "text/csv; charset=utf-8",
    write: (report, { collection }) =>
      isKindReport(report) ? writeKindCsv(report, collection) : writeCsv(report),
  },
  docx: {
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: (report, { parts }) => writeDocxAside(report, parts),
  },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof exportFormats;

export const isExportFormat = (value: string | undefined): value is ExportFormat =>
  value !== undefined && Object.hasOwn(exportFormats, value);
