import { option } from "../document/fields/option.ts";
import { namesOf } from "./asked.ts";
import lists from "./lists.json" with { type: "json" };

/** Who something is for, the widest circle first. What is `SPECIAL` does not belong on a shared board at all. */
export const SENSITIVITIES = ["PUBLIC", "PROJECT", "BOARD", "RESTRICTED", "SPECIAL"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** The confidentiality class of a row; nobody having said counts as the narrowest. */
export const sensitivity = () => option(SENSITIVITIES);
export const sensitivityNames = namesOf(lists.sensitivity.items);

/** Whether something of that class may be read by that circle. */
export function isFor(circle: Sensitivity, given: Sensitivity | null): boolean {
  if (given === null || given === "SPECIAL") return false;
  return SENSITIVITIES.indexOf(given) <= SENSITIVITIES.indexOf(circle);
}
