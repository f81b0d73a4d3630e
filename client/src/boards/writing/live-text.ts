import { isText } from "@tavolo/schema";
import * as Y from "yjs";

/** The living text of an item’s field; null while there is no such item, or no text in it. */
export function liveText(doc: Y.Doc, collection: string, id: string, field: string): Y.Text | null {
  const item = doc.getMap(collection).get(id);
  if (!(item instanceof Y.Map)) return null;
  const text: unknown = item.get(field);
  return isText(text) ? text : null;
}
