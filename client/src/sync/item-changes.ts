import type * as Y from "yjs";

/** One item that a transaction touched, and which of its fields; `fields` is empty when the item itself came or went. */
export interface ItemChange {
  readonly collection: string;
  readonly id: string;
  readonly fields: ReadonlySet<string>;
}

type ItemChangeHandler = (changes: readonly ItemChange[], transaction: Y.Transaction) => void;

/**
 * Calls back once per transaction and collection with the items it touched, however deep the change lies.
 * Returns the function that ends it.
 */
export function observeItems(
  doc: Y.Doc,
  collections: readonly string[],
  onChange: ItemChangeHandler,
): () => void {
  const stops = collections.map((collection) => {
    const root = doc.getMap(collection);
    const handler = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) =>
      onChange(touchedItems(collection, events), transaction);
    root.observeDeep(handler);
    return () => root.unobserveDeep(handler);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

function touchedItems(
  collection: string,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ItemChange[] {
  const touched = new Map<string, Set<string>>();
  const fieldsOf = (id: string): Set<string> => {
    const fields = touched.get(id) ?? new Set<string>();
    touched.set(id, fields);
    return fields;
  };
  for (const event of events) {
    const [id, field] = event.path;
    if (id === undefined) {
      for (const key of event.changes.keys.keys()) fieldsOf(key);
    } else if (field === undefined) {
      const fields = fieldsOf(String(id));
      for (const key of event.changes.keys.keys()) fields.add(key);
    } else {
      fieldsOf(String(id)).add(String(field));
    }
  }
  return [...touched].map(([id, fields]) => ({ collection, id, fields }));
}
