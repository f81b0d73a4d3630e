import { isLate } from "../deadline.ts";
import { ECCAR_SECTION_KEYS, eccarOf, type Measure, type MeasureStatus } from "./board.ts";

/** Where a measure can come to from each state. */
const STEPS: Readonly<Record<MeasureStatus, readonly MeasureStatus[]>> = {
  draft: ["agreed", "dropped"],
  agreed: ["draft", "adopted", "dropped"],
  adopted: ["running", "dropped"],
  running: ["done", "dropped"],
  done: [],
  dropped: ["draft"],
};

export type MeasureRefusal = "NO_SUCH_STEP" | "ROW_INCOMPLETE" | "REASON_MISSING" | "NO_CIVIL_SOCIETY";

/** The states that a measure can come to next. */
export function nextMeasureStates(from: MeasureStatus): readonly MeasureStatus[] {
  return STEPS[from];
}

/**
 * What keeps a measure from that step. The strategy is written with civil society: without a partner from there
 * nothing is agreed. Dropping and going back to a draft have their reason.
 */
export function measureRefusals(
  from: MeasureStatus,
  to: MeasureStatus,
  given: {
    readonly missing: readonly string[];
    readonly partners: readonly unknown[];
    readonly reason: string;
  },
): MeasureRefusal[] {
  if (!STEPS[from].includes(to)) return ["NO_SUCH_STEP"];
  const refusals: MeasureRefusal[] = [];
  if ((to === "agreed" || to === "adopted") && given.missing.length > 0) refusals.push("ROW_INCOMPLETE");
  if (to === "agreed" && given.partners.length === 0) refusals.push("NO_CIVIL_SOCIETY");
  if ((to === "dropped" || to === "draft") && given.reason.trim() === "") refusals.push("REASON_MISSING");
  return refusals;
}

type Row = Pick<Measure, "section" | "status" | "deadline" | "removed">;

/** The points of ECCAR's plan that no measure answers; what was dropped answers nothing. */
export function uncoveredPoints(measures: readonly Row[]): string[] {
  const answered = new Set(
    measures.filter(({ removed, status }) => !removed && status !== "dropped").map(({ section }) => section),
  );
  return ECCAR_SECTION_KEYS.filter((key) => !answered.has(key)).map((key) => eccarOf[key] ?? key);
}

/** The measures that should have been done by now. */
export function lateMeasures<M extends Row>(measures: readonly M[], today: string): M[] {
  return measures.filter((measure) => !measure.removed && isLate(measure, today));
}
