/** The groups that sit at the table, in their fixed order. */
export const STAKEHOLDER_GROUPS = [
  "municipality",
  "cso",
  "community",
  "academia",
  "resident",
  "region",
] as const;
export type StakeholderGroup = (typeof STAKEHOLDER_GROUPS)[number];

/** A group as it may be shown: `other` stands for groups too small to be named, and for people without one. */
export type ShownGroup = StakeholderGroup | "other";
