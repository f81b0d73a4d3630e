import type { BoardDefinition } from "@tavolo/schema";
import type { ItemContent } from "../../sync/projection/board-item.entity.ts";

/** Short keys that people say anyway: SO, P, ENV. */
const SPOKEN_KEY = /^[A-Z]{1,3}$/;

/**
 * What each item is called in a document: S1, SO2 after its side or section where that has a short name, else 1, 2, 3 …
 * in the order of the board; items of other collections after their collection, as L1.
 */
export const numberItems = (
  { structure, collections }: BoardDefinition,
  items: ReadonlyMap<string, readonly ItemContent[]>,
): Record<string, string> => {
  const main = structure.type === "canvas" ? null : structure.items;
  const numbers: Record<string, string> = {};
  for (const [collection, declared] of Object.entries(collections)) {
    const counts = new Map<string, number>();
    const side = structure.type === "scoreMatrix" && collection === main ? structure.side : "section";
    for (const item of items.get(collection) ?? []) {
      const key = declared.fields[side] ? String(item[side]) : "";
      const otherwise = collection === main ? "" : collection.charAt(0).toUpperCase();
      const prefix = SPOKEN_KEY.test(key) ? key : otherwise;
      const count = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, count);
      numbers[item.id] = `${prefix}${count}`;
    }
  }
  return numbers;
};
