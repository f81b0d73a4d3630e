import * as Y from "yjs";

/** A plain value of an item that was written; undefined where there was, or is, none. */
export interface ValueChange {
  readonly collection: string;
  /** The item’s id, then the way to the map inside it. */
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Setting back is no act of its own. */
const SETTING_BACK = { name: "setting values back" };

/** The plain values that changed in the items of a collection; texts and containers are not among them. */
export function valueChanges(
  collection: string,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ValueChange[] {
  return events.flatMap((event) => {
    if (!(event.target instanceof Y.Map) || event.path.length === 0) return [];
    const { target, path } = event;
    return [...event.changes.keys].flatMap(([key, { oldValue }]) => {
      const before: unknown = oldValue;
      const after: unknown = target.get(key);
      const isPlain = !(before instanceof Y.AbstractType) && !(after instanceof Y.AbstractType);
      return isPlain && !isSame(before, after) ? [{ collection, path, key, before, after }] : [];
    });
  });
}

/**
 * Sets an act’s values back, item by item: one in which anything has another value by now is left alone, for
 * somebody has decided since. Returns what leads forward again.
 */
export function putBack(doc: Y.Doc, changes: readonly ValueChange[]): ValueChange[] {
  const mapOf = ({ collection, path }: ValueChange): Y.Map<unknown> | null => {
    let here: unknown = doc.getMap(collection);
    for (const step of path) here = here instanceof Y.Map ? here.get(String(step)) : null;
    return here instanceof Y.Map ? here : null;
  };
  const itemOf = ({ collection, path }: ValueChange) => `${collection}/${path[0]}`;
  const isOurs = (change: ValueChange) => {
    const map = mapOf(change);
    return map !== null && isSame(map.get(change.key), change.after);
  };
  const lost = new Set(changes.filter((change) => !isOurs(change)).map(itemOf));
  const taken = changes.filter((change) => !lost.has(itemOf(change)));
  doc.transact(() => {
    for (const change of taken) {
      const map = mapOf(change);
      if (change.before === undefined) map?.delete(change.key);
      else map?.set(change.key, change.before);
    }
  }, SETTING_BACK);
  return taken.map((change) => ({ ...change, before: change.after, after: change.before }));
}

/** Field values are JSON. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
