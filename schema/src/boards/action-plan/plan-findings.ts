import { hasPassed, isLate } from "../deadline.ts";
import type { PlannedAction } from "./board.ts";

export type PlanFinding = "DROPPED_WITHOUT_REASON" | "ENDS_BEFORE_IT_STARTS" | "NO_RESOURCES" | "REVIEW_DUE";

type Action = Pick<
  PlannedAction,
  "status" | "start" | "deadline" | "note" | "budget" | "resources" | "removed"
>;

/** The status as it is shown: late is what has passed its deadline, whatever its row still says. */
export function shownStatus(action: Action, today: string): PlannedAction["status"] | "late" {
  return isLate(action, today) ? "late" : action.status;
}

/** What of an action does not hold together; what is dropped needs its reason in the yearly review. */
export function planFindings(action: Action, today: string): PlanFinding[] {
  if (action.removed) return [];
  const { status, start, deadline, budget } = action;
  const findings: PlanFinding[] = [];
  const silent = action.note.trim() === "";
  if (status === "dropped" && silent) findings.push("DROPPED_WITHOUT_REASON");
  if (start !== null && deadline !== null && deadline < start) findings.push("ENDS_BEFORE_IT_STARTS");
  if (budget === null && action.resources.trim() === "") findings.push("NO_RESOURCES");
  if (hasPassed(start, yearBefore(today)) && status !== "dropped" && silent) findings.push("REVIEW_DUE");
  return findings;
}

function yearBefore(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
}
