import { equalityDeep } from "lib0/function";
import * as Y from "yjs";
import type { Field } from "./field.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { isRecord } from "./json.ts";

/** A change of a map: what is named is set, `null` takes it away, the others stay. */
export type EntryChanges<Entry> = Readonly<Record<string, Entry | null>>;

export interface MapField<Entry> extends Field<Readonly<Record<string, Entry>>, "map", EntryChanges<Entry>> {
  /** How many entries one edit may change; entries are set one by one, so that nobody undoes another's. */
  readonly maxItems: number;
}

/**
 * A field whose entries several people set at once, each entry whole. `readEntry` is total and returns null for what
 * the strict editor never writes under that key; `checkEntry` throws `InvalidEdit`.
 */
export function mapField<Entry>(options: {
  kind: string;
  maxItems: number;
  readEntry: (key: string, raw: unknown) => Entry | null;
  checkEntry: (key: string, value: unknown, name: string) => Entry;
}): MapField<Entry> {
  const { kind, maxItems, readEntry, checkEntry } = options;
  return {
    kind,
    shared: "map",
    initial: {},
    required: false,
    maxItems,
    read(raw) {
      const found: Record<string, Entry> = {};
      if (!(raw instanceof Y.Map)) return found;
      // Sorted, since the order in which a map's entries arrived differs from copy to copy.
      for (const key of [...raw.keys()].sort()) {
        const entry = readEntry(key, raw.get(key));
        if (entry !== null) found[key] = entry;
      }
      return found;
    },
    admitsEntry(key, raw) {
      const entry = readEntry(key, raw);
      return entry !== null && equalityDeep(entry, raw);
    },
    check(value, name = kind) {
      if (!isRecord(value)) throw new InvalidEdit("INVALID_VALUE", name, `${name} must be given by key.`);
      const changes = Object.entries(value);
      if (changes.length > maxItems) {
        throw new InvalidEdit("TOO_MANY_ITEMS", name, `${name} takes at most ${maxItems} at once.`, maxItems);
      }
      return Object.fromEntries(
        changes.map(([key, entry]) => [key, entry === null ? null : checkEntry(key, entry, name)]),
      );
    },
  };
}
