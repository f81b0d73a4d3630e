/** Below this a count of people could name one of them. */
export const SMALLEST_SHOWN_COUNT = 5;

/**
 * Which counts of one published sum may be shown: those below `threshold` are hidden, and as long as exactly one is
 * hidden, or the hidden ones add up to less than `threshold`, the next smallest above zero joins them, so that nobody
 * can be told by subtraction. True zeros are shown. Hidden counts come back as null.
 */
export function showCounts(
  counts: readonly (number | null)[],
  threshold = SMALLEST_SHOWN_COUNT,
): (number | null)[] {
  const hidden = new Set<number>();
  counts.forEach((count, index) => {
    if (count !== null && count > 0 && count < threshold) hidden.add(index);
  });
  const sum = () => [...hidden].reduce((total, index) => total + (counts[index] ?? 0), 0);
  while (hidden.size === 1 || (hidden.size > 0 && sum() < threshold)) {
    const next = smallestShown(counts, hidden);
    if (next === null) break;
    hidden.add(next);
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count));
}

function smallestShown(counts: readonly (number | null)[], hidden: ReadonlySet<number>): number | null {
  let smallest: number | null = null;
  counts.forEach((count, index) => {
    if (count === null || count === 0 || hidden.has(index)) return;
    if (smallest === null || count < Number(counts[smallest])) smallest = index;
  });
  return smallest;
}
