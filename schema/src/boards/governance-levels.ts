/** The levels of government that can be addressed, the nearest first; their names stand in the templates. */
export const GOVERNANCE_LEVELS = [
  "neighbourhood",
  "municipal",
  "metropolitan",
  "regional",
  "national",
  "eu",
] as const;
export type GovernanceLevel = (typeof GOVERNANCE_LEVELS)[number];
