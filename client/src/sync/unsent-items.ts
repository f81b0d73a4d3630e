/** The items changed here that the server has not acknowledged: what "N changes kept on this device" counts. */
export interface UnsentItems {
  readonly size: number;
  /** `collection/id` of each. */
  readonly keys: readonly string[];
  add(collection: string, id: string): void;
  /** Everything was acknowledged. */
  clear(): void;
}

/** Starts from what an earlier visit left; `keep` is told of every change of the set. */
export function memoryOfUnsent(kept: readonly string[], keep: (keys: string[]) => void): UnsentItems {
  const keys = new Set(kept);
  return {
    get size() {
      return keys.size;
    },
    get keys() {
      return [...keys];
    },
    add(collection, id) {
      const key = `${collection}/${id}`;
      if (keys.has(key)) return;
      keys.add(key);
      keep([...keys]);
    },
    clear() {
      if (keys.size === 0) return;
      keys.clear();
      keep([]);
    },
  };
}
