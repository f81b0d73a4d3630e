import { cursorInvalid } from "../errors.ts";

/** The values a list is ordered by, which mark a place in it. */
export type SortKey = readonly (string | number)[];

/** A place in a list as text that says nothing to a client; `list` keeps lists apart. */
export const writeCursor = (list: string, key: SortKey): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString("base64url");

/** Reads a place back; throws CURSOR_INVALID for anything this list did not hand out. */
export const readCursor = (list: string, cursor: string, isKey: (key: SortKey) => boolean): SortKey => {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts[0] !== list) throw cursorInvalid();
  const key = parts.slice(1) as SortKey;
  if (!isKey(key)) throw cursorInvalid();
  return key;
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
};
