import type * as Y from "yjs";
import type { BoardDefinition } from "./define-board.ts";
import { rawItems, readMeta } from "./layout.ts";

/** The origin of the transaction in which a document is brought up to date. */
export const MIGRATION = "migration";

/**
 * Brings a document up to the version this code writes, in one transaction, and returns the names of the versions it
 * went through. A document from a newer version is left as it is.
 */
export function migrateDocument(board: BoardDefinition, doc: Y.Doc): string[] {
  const from = readMeta(board, doc).version;
  const due = board.migrations.filter((migration) => (board.versions[migration.to] ?? 0) > from);
  if (due.length === 0) return [];
  doc.transact(() => {
    for (const migration of due) {
      migration.migrate({ items: (collection) => rawItems(doc, collection) });
      doc.getMap("meta").set("version", board.versions[migration.to]);
    }
  }, MIGRATION);
  return due.map((migration) => migration.to);
}
