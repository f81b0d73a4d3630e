import { STAKEHOLDER_GROUPS, type ShownGroup, type StakeholderGroup } from "./stakeholder-groups.ts";

/** Below this many members, naming a group could name a person. */
export const SMALLEST_SHOWN_GROUP = 5;

/**
 * How each group may be shown, given how many people are in it. Groups below `threshold` go into `other`; as long as
 * `other` itself has members but fewer than `threshold`, the next smallest group joins it, so that nobody can be told
 * by subtraction (of equal groups the one that comes first in the list). Count people without a group as `other`.
 */
export function mergeSmallGroups(
  counts: ReadonlyMap<ShownGroup, number>,
  threshold = SMALLEST_SHOWN_GROUP,
): Map<StakeholderGroup, ShownGroup> {
  const countOf = (group: ShownGroup) => counts.get(group) ?? 0;
  const bySize = STAKEHOLDER_GROUPS.toSorted((a, b) => countOf(a) - countOf(b));
  const shown = new Map<StakeholderGroup, ShownGroup>();
  let other = countOf("other");
  for (const group of bySize) {
    const merges = countOf(group) < threshold || (other > 0 && other < threshold);
    shown.set(group, merges ? "other" : group);
    if (merges) other += countOf(group);
  }
  return shown;
}
