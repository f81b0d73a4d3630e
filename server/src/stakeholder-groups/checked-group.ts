import type { StakeholderGroup } from "@tavolo/schema";
import { invalidValue } from "../errors.ts";

/** A group that somebody may sit for; OTHER only shows several small ones together. Throws INVALID_VALUE. */
export const checkedGroup = (group: StakeholderGroup | "other"): StakeholderGroup => {
  if (group === "other") throw invalidValue("stakeholderGroup", "Please say which group you sit here for.");
  return group;
};
