import { createHash } from "node:crypto";
import { IsolationLevel } from "@mikro-orm/core";
import type { LanguageCode } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { DOCUMENT_PARTS, type DocumentPart } from "./document-parts.ts";
import { exportFilename } from "./export-filename.ts";
import { type ExportFormat, exportFormats } from "./formats/export-formats.ts";
import { buildReport } from "./report/build-report.ts";

/** A board as a file. */
export interface ExportedBoard {
  readonly filename: string;
  readonly mediaType: string;
  /** A string where the file is text in UTF-8. */
  readonly content: string | Uint8Array;
  /** Of the file’s bytes, in hexadecimal. */
  readonly sha256: string;
  readonly revision: number;
}

/**
 * Makes a file of a board that the caller may export. It says what the board’s display policy shows to
 * everyone and nothing for the asker alone. Opens its own transaction, so not to be called inside one.
 * `parts` are those of a document, all unless told otherwise; `collection` is that of a table, the one that the method
 * is about unless told otherwise. JSON is always whole.
 */
export const exportBoard = async ({
  em,
  board,
  format,
  language,
  parts = DOCUMENT_PARTS,
  collection = null,
}: {
  em: EntityManager;
  board: { id: string };
  format: ExportFormat;
  language: LanguageCode;
  parts?: readonly DocumentPart[] | undefined;
  collection?: string | null | undefined;
}): Promise<ExportedBoard> => {
  const report = await em
    .fork()
    .transactional((tx) => buildReport(tx, { boardId: board.id, language, now: new Date() }), {
      isolationLevel: IsolationLevel.REPEATABLE_READ,
      readOnly: true,
    });
  const { extension, mediaType, write } = exportFormats[format];
  const isTable = format === "csv";
  const content = await write(report, { parts, collection });
  return {
    filename: exportFilename(report, extension, isTable ? collection : null),
    mediaType,
    content,
    sha256: createHash("sha256").update(content).digest("hex"),
    revision: report.export.revision,
  };
};
