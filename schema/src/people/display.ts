import type { ShownGroup, StakeholderGroup } from "./stakeholder-groups.ts";

/** How a board shows who wrote: by name and group, by group only, or not at all. */
export const DISPLAY_POLICIES = ["named", "group", "anonymous"] as const;
export type BoardDisplay = (typeof DISPLAY_POLICIES)[number];

/** What may be told about an author. */
export interface ShownAuthor {
  readonly displayName: string | null;
  readonly group: ShownGroup | null;
}

/**
 * What a board with this policy tells about an author. With `group`, the group is the merged one of
 * `mergeSmallGroups`; someone without a group, or whose group is not in the map, is shown as `other`.
 */
export function authorAs(
  display: BoardDisplay,
  participant: { readonly displayName: string; readonly stakeholderGroup: StakeholderGroup | null },
  mergedGroups: ReadonlyMap<StakeholderGroup, ShownGroup>,
): ShownAuthor {
  const { displayName, stakeholderGroup } = participant;
  if (display === "named") return { displayName, group: stakeholderGroup };
  if (display === "group") {
    return { displayName: null, group: (stakeholderGroup && mergedGroups.get(stakeholderGroup)) ?? "other" };
  }
  // Anonymous, and whatever a damaged setting might say: nothing is told.
  return { displayName: null, group: null };
}
