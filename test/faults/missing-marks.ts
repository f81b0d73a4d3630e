import type { SafeMarks } from "./marking-writer.ts";

/** How many marks, said to be safe, a board does not hold. */
export const missing = (safe: readonly SafeMarks[], notes: ReadonlyMap<string, string>): number =>
  safe.reduce((sum, { noteId, marks }) => {
    const text = notes.get(noteId) ?? "";
    return sum + marks.filter((mark) => !text.includes(mark)).length;
  }, 0);
