import type { CollectionDefinition } from "./define-board.ts";
import { isRecord } from "./json.ts";
import type { AnyItem } from "./read-board.ts";

/**
 * Names of the fields that an item should have and does not have yet, in the order of the declaration. It keeps nobody
 * from typing; a decision such as agreeing on a card asks for it. Removed items lack nothing.
 */
export function stillToFill({ fields, toFillIn }: CollectionDefinition, item: Omit<AnyItem, "id">): string[] {
  if (item.removed || (toFillIn && !toFillIn.some((section) => section === item.section))) return [];
  return Object.entries(fields).flatMap(([name, { toFill, orElse }]) => {
    const answered = isFilled(item[name]) || (orElse !== undefined && isFilled(item[orElse]));
    return toFill && !answered ? [name] : [];
  });
}

/** Whether a value says something: neither nothing nor an empty text, list or map. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === "string") return value.trim() !== "";
  if (Array.isArray(value)) return value.length > 0;
  return !isRecord(value) || Object.keys(value).length > 0;
}
