import * as Y from "yjs";

/** Whether all that an update brings is in a document, and all that it deletes is gone; false for what is no update. */
export function holds(doc: Y.Doc, update: Uint8Array): boolean {
  const decoded = decode(update);
  if (!decoded || doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return false;
  const { structs, ds } = decoded;
  if (structs.some(({ id, length }) => id.clock + length > Y.getState(doc.store, id.client))) return false;
  for (const [client, ranges] of ds.clients) {
    if (ranges.some(({ clock, len }) => len > 0 && stands(doc, client, clock, clock + len))) return false;
  }
  return true;
}

export function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** A delete of what nobody has written yet says nothing about the document. */
function stands(doc: Y.Doc, client: number, from: number, to: number): boolean {
  if (from >= Y.getState(doc.store, client)) return false;
  const structs = doc.store.clients.get(client)!;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]!;
    if (struct.id.clock >= to) return false;
    if (!struct.deleted) return true;
  }
  return false;
}
