import * as Y from "yjs";
import type { DeleteRange } from "./read-update.ts";

/** What of an update’s deletes has an effect. */
export interface NewDeletes {
  /** Parts of the document’s items that are not deleted yet, sorted. */
  readonly standing: readonly { readonly item: Y.Item; readonly range: DeleteRange }[];
  /** Parts of what the update itself brings, sorted and without overlaps. */
  readonly incoming: readonly DeleteRange[];
}

/**
 * Reduces deletes to those that are new: a step 2 always carries the whole delete set. Null when they reach behind
 * what the document and the update hold: such a delete would wait in the document and strike, unasked, when its
 * owner writes it. `endOf` says where a client’s structs end once the update is in.
 */
export function newDeletes(
  doc: Y.Doc,
  deletes: readonly DeleteRange[],
  endOf: (client: number) => number,
): NewDeletes | null {
  const standing: { item: Y.Item; range: DeleteRange }[] = [];
  const incoming: DeleteRange[] = [];
  for (const { client, clock, length } of withoutOverlaps(deletes)) {
    const end = clock + length;
    if (end > endOf(client)) return null;
    const known = Y.getState(doc.store, client);
    if (end > known) incoming.push(between(client, Math.max(clock, known), end));
    if (clock >= known) continue;
    const structs = doc.store.clients.get(client)!;
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const item = structs[index]!;
      if (item.id.clock >= end) break;
      if (item.deleted || !(item instanceof Y.Item)) continue;
      const from = Math.max(clock, item.id.clock);
      standing.push({ item, range: between(client, from, Math.min(end, item.id.clock + item.length)) });
    }
  }
  return { standing, incoming };
}

/** Those parts of deletes that have not happened in a document: what they name still stands there, or is not there yet. */
export function openDeletes(doc: Y.Doc, deletes: readonly DeleteRange[]): readonly DeleteRange[] {
  const { standing, incoming } = newDeletes(doc, deletes, () => Infinity)!;
  return [...standing.map(({ range }) => range), ...incoming];
}

const between = (client: number, from: number, to: number): DeleteRange => ({
  client,
  clock: from,
  length: to - from,
});

/** As Yjs writes them: sorted within each client; hostile ones delete one thing many times over. */
function withoutOverlaps(deletes: readonly DeleteRange[]): readonly DeleteRange[] {
  const isSorted = deletes.every((range, index) => {
    const before = deletes[index - 1];
    return (
      !before ||
      before.client > range.client ||
      (before.client === range.client && before.clock + before.length <= range.clock)
    );
  });
  if (isSorted) return deletes;
  const merged: DeleteRange[] = [];
  for (const range of deletes.toSorted((a, b) => b.client - a.client || a.clock - b.clock)) {
    const last = merged.at(-1);
    if (last && last.client === range.client && range.clock <= last.clock + last.length) {
      const end = Math.max(last.clock + last.length, range.clock + range.length);
      merged[merged.length - 1] = between(range.client, last.clock, end);
    } else merged.push(range);
  }
  return merged;
}
