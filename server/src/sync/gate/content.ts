import type { Content } from "@tavolo/schema";
import * as Y from "yjs";

/** What an item of a document holds; null where it is deleted. */
export function contentOf(item: Y.Item): Content | null {
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return null;
  if (content instanceof Y.ContentString) return { kind: "characters" };
  if (content instanceof Y.ContentAny && content.arr.length === 1)
    return { kind: "value", value: content.arr[0] };
  if (content instanceof Y.ContentType) {
    // By constructor: the XML types are subclasses, and no board has a place for them.
    if (content.type.constructor === Y.Map) return { kind: "map" };
    if (content.type.constructor === Y.Text) return { kind: "text" };
  }
  return { kind: "other" };
}
