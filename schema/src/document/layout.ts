import * as Y from "yjs";
import { isId } from "../ids.ts";
import type { BoardDefinition } from "./define-board.ts";

/** What a document says about itself. */
export interface DocumentMeta {
  readonly kind: string;
  readonly version: number;
}

export type RawItem = Y.Map<unknown>;

/** The root map of that name, or null where the root was made as something else. */
export function rootMap(doc: Y.Doc, name: string): Y.Map<unknown> | null {
  const root = doc.share.get(name);
  if (root && !(root instanceof Y.Map) && root.constructor !== Y.AbstractType) return null;
  return doc.getMap(name);
}

/** One item's map of fields, or null. */
export function rawItem(doc: Y.Doc, collection: string, id: string): RawItem | null {
  const item = rootMap(doc, collection)?.get(id);
  return isId(id) && isMap(item) ? item : null;
}

/** All items of a collection. An entry whose key is not an id, or that is not a map, is no item: nobody wrote one there. */
export function* rawItems(doc: Y.Doc, collection: string): Generator<readonly [string, RawItem]> {
  for (const [id, item] of rootMap(doc, collection)?.entries() ?? []) {
    if (isId(id) && isMap(item)) yield [id, item];
  }
}

/** What a document says about itself; a missing version is the first, so that no migration is skipped. */
export function readMeta(board: BoardDefinition, doc: Y.Doc): DocumentMeta {
  const meta = rootMap(doc, "meta");
  const kind = meta?.get("kind");
  const version = meta?.get("version");
  return {
    kind: typeof kind === "string" ? kind : board.kind,
    version: Number.isSafeInteger(version) && Number(version) > 0 ? Number(version) : 1,
  };
}

function isMap(value: unknown): value is RawItem {
  return value instanceof Y.Map && !(value instanceof Y.XmlHook);
}
