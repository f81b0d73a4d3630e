import { yearsUntil } from "./period-end.ts";
import type { Direction, Unit } from "./lists.ts";

/** How an indicator stands on its way to the target; evaluated in the model's order, see `statusOf`. */
export const ASSESSMENT_STATUSES = [
  "NOT_RATED",
  "NO_DATA",
  "ACHIEVED",
  "AWAY",
  "ON_TRACK",
  "SLOW",
  "INSUFFICIENT",
] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

/** A published value; `comparable` is false behind a break or a changed definition, or where it is suppressed. */
export interface SeriesPoint {
  readonly period: string;
  readonly value: number | null;
  readonly comparable: boolean;
}

export interface Aim {
  readonly direction: Direction | null;
  readonly unit: Unit | null;
  readonly baseline: number | null;
  readonly baselinePeriod: string | null;
  readonly target: number | null;
  readonly targetPeriod: string | null;
  readonly standardValue?: number | null;
}

/** Shares of the expected progress from which on a pace counts; as Eurostat reads progress to quantified targets. */
export interface Bands {
  readonly onTrack: number;
  readonly slow: number;
}
export const BANDS: Bands = { onTrack: 0.95, slow: 0.6 };

/** A change within one percentage point, or two in a hundred of other values, is none. */
const STABLE_POINTS = 1;
const STABLE_SHARE = 0.02;

export interface Assessment {
  readonly status: AssessmentStatus;
  /** What is still missing; negative when the target is passed. */
  readonly gapToTarget: number | null;
  readonly gapToStandard: number | null;
  /** Share of the way from the baseline to the target; negative when moving away. */
  readonly progress: number | null;
  /** Share of the time from the baseline to the target that has passed, 0–1. */
  readonly expected: number | null;
  readonly pace: number | null;
  readonly trend: "IMPROVING" | "STABLE" | "WORSENING" | "UNKNOWN";
}

/**
 * Reads an indicator's way to its target from its published series, in the order of time; the last point is the one
 * assessed. Formulas: monitoring model, `computation`.
 */
export function assess(aim: Aim, series: readonly SeriesPoint[], bands: Bands = BANDS): Assessment {
  const point = series.at(-1);
  const current = point?.comparable ? point.value : null;
  const progress = current === null ? null : progressOf(aim, current);
  const expected = point ? expectedAt(aim, point.period) : null;
  const pace = progress === null || expected === null || expected === 0 ? null : progress / expected;
  const gapToTarget = gapOf(aim, current, aim.target);
  const found = { gapToTarget, progress, expected, pace };
  return {
    ...found,
    gapToStandard: gapOf(aim, current, aim.standardValue ?? null),
    status: statusOf(aim, current, found, bands),
    trend: trendOf(aim, series),
  };
}

function statusOf(
  { direction, target }: Aim,
  current: number | null,
  {
    gapToTarget,
    progress,
    expected,
    pace,
  }: Pick<Assessment, "gapToTarget" | "progress" | "expected" | "pace">,
  bands: Bands,
): AssessmentStatus {
  if (direction === null || direction === "descriptive" || target === null) return "NOT_RATED";
  if (current === null || gapToTarget === null) return "NO_DATA";
  // The baseline itself says nothing about the way yet.
  if (expected === 0) return "NOT_RATED";
  if (gapToTarget <= 0) return "ACHIEVED";
  if (progress === null || pace === null) return "NO_DATA";
  if (progress < 0) return "AWAY";
  if (pace >= bands.onTrack) return "ON_TRACK";
  return pace >= bands.slow ? "SLOW" : "INSUFFICIENT";
}

function gapOf({ direction }: Aim, current: number | null, aimed: number | null): number | null {
  if (current === null || aimed === null) return null;
  if (direction === "closer_to_target") return Math.abs(aimed - current);
  if (direction === "higher_better") return aimed - current;
  return direction === "lower_better" ? current - aimed : null;
}

function progressOf({ direction, baseline, target }: Aim, current: number): number | null {
  if (baseline === null || target === null || baseline === target || direction === "descriptive") return null;
  if (direction === "closer_to_target") return 1 - Math.abs(target - current) / Math.abs(target - baseline);
  return (current - baseline) / (target - baseline);
}

function expectedAt({ baselinePeriod, targetPeriod }: Aim, at: string): number | null {
  if (baselinePeriod === null || targetPeriod === null) return null;
  const whole = yearsUntil(baselinePeriod, targetPeriod);
  const passed = yearsUntil(baselinePeriod, at);
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, passed / whole));
}

function trendOf(aim: Aim, series: readonly SeriesPoint[]): Assessment["trend"] {
  const [before, now] = series.slice(-2);
  if (!before?.comparable || !now?.comparable || before.value === null || now.value === null)
    return "UNKNOWN";
  if (aim.direction === null || aim.direction === "descriptive") return "UNKNOWN";
  const change = now.value - before.value;
  const tolerance = aim.unit === "percent" ? STABLE_POINTS : Math.abs(before.value) * STABLE_SHARE;
  if (Math.abs(change) <= tolerance) return "STABLE";
  if (aim.direction === "closer_to_target") {
    if (aim.target === null) return "UNKNOWN";
    return Math.abs(aim.target - now.value) < Math.abs(aim.target - before.value) ? "IMPROVING" : "WORSENING";
  }
  return change > 0 === (aim.direction === "higher_better") ? "IMPROVING" : "WORSENING";
}
