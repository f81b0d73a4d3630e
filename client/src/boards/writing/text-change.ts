import type { TextDiff } from "@tavolo/schema";
import type * as Y from "yjs";

/** How a shared text changed, as Yjs tells it. */
export type TextDelta = Y.YTextEvent["delta"];

/**
 * Where an index of the text before a change lies after it. An insertion exactly there leaves it in front, so a
 * caret never runs along with what somebody else writes.
 */
export function indexAfter(delta: TextDelta, index: number): number {
  let before = 0;
  let after = 0;
  for (const step of delta) {
    if (before > index) break;
    if (step.retain !== undefined) {
      if (before + step.retain >= index) return after + index - before;
      before += step.retain;
      after += step.retain;
    } else if (step.delete !== undefined) {
      if (before + step.delete >= index) return after;
      before += step.delete;
    } else {
      if (before >= index) return after + index - before;
      after += typeof step.insert === "string" ? step.insert.length : 1;
    }
  }
  return after + index - before;
}

/** The same replacement, in a text that others have changed since (`deltas`, the earliest first). */
export function rebase(diff: TextDiff, deltas: readonly TextDelta[]): TextDiff {
  let start = diff.index;
  let end = diff.index + diff.remove;
  for (const delta of deltas) {
    start = indexAfter(delta, start);
    end = indexAfter(delta, end);
  }
  return { index: start, remove: Math.max(0, end - start), insert: diff.insert };
}
