import { simpleDiffString, simpleDiffStringWithCursor } from "lib0/diff";
import type * as Y from "yjs";

/** One replacement in a text: at `index`, `remove` UTF-16 units make way for `insert`. */
export interface TextDiff {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest single replacement that turns `before` into `after`, never cutting a surrogate pair. `cursor`, the
 * caret's place in `before`, decides between equal candidates ("aa" → "aaa": which "a" is new?).
 */
export function textDiff(before: string, after: string, cursor?: number): TextDiff {
  return cursor === undefined
    ? simpleDiffString(before, after)
    : simpleDiffStringWithCursor(before, after, cursor);
}

/** Makes the live text say `value` and touches only what differs, so that others' carets and edits stay in place. */
export function applyText(text: Y.Text, value: string): void {
  const before = text.toJSON();
  // Embedded objects count in a Y.Text's length and not in its string: then no index can be trusted.
  const { index, remove, insert } =
    before.length === text.length
      ? textDiff(before, value)
      : { index: 0, remove: text.length, insert: value };
  if (remove > 0) text.delete(index, remove);
  if (insert !== "") text.insert(index, insert);
}
