import type * as Y from "yjs";
import { currentVersion, type BoardDefinition } from "./define-board.ts";

/** The origin of a document's first transaction. */
export const GENESIS = "genesis";

/** Makes an empty document into one of this board kind; a document that already has a kind is left as it is. */
export function createDocument(board: BoardDefinition, doc: Y.Doc): void {
  const meta = doc.getMap("meta");
  if (meta.has("kind")) return;
  doc.transact(() => {
    meta.set("kind", board.kind);
    meta.set("version", currentVersion(board));
  }, GENESIS);
}
