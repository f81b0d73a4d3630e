import type { REVIEW_STEPS, ReviewedItem } from "./board.ts";

export type ReviewFinding =
  | "RATING_WITHOUT_EVIDENCE"
  | "PEER_BEFORE_SELF"
  | "AGREED_BEFORE_REPLY"
  | "AGREED_WITHOUT_PEER"
  | "NO_FOLLOW_UP"
  | "FOLLOW_UP_OUT_OF_TIME";

/** A review is followed up after half a year to a year. */
const SOONEST_MONTHS = 6;
const LATEST_MONTHS = 12;

/** What of a row is out of order; `heldOn` is the day of the review, null while it is not known. */
export function reviewFindings(row: ReviewedItem, heldOn: string | null): ReviewFinding[] {
  if (row.removed) return [];
  const agreed = isWritten(row.agreed);
  const findings: Record<ReviewFinding, boolean> = {
    RATING_WITHOUT_EVIDENCE: row.selfRating !== null && row.evidence.length === 0,
    PEER_BEFORE_SELF: row.peerRating !== null && row.selfRating === null,
    // The right of reply: nothing is agreed over the head of the city that was reviewed.
    AGREED_BEFORE_REPLY: agreed && !isWritten(row.reply),
    AGREED_WITHOUT_PEER:
      agreed && row.peerRating === null && !isWritten(row.practice) && !isWritten(row.question),
    NO_FOLLOW_UP: agreed && row.followUp === null,
    FOLLOW_UP_OUT_OF_TIME: row.followUp !== null && heldOn !== null && !isInTime(row.followUp, heldOn),
  };
  return Object.entries(findings).flatMap(([finding, holds]) => (holds ? [finding as ReviewFinding] : []));
}

/** The step that a row has come to: the last one in which something stands. */
export function stepOf(row: ReviewedItem): (typeof REVIEW_STEPS)[number] {
  if (isWritten(row.agreed)) return "agreed";
  if (isWritten(row.reply)) return "reply";
  return row.peerRating !== null || isWritten(row.practice) || isWritten(row.question) ? "peer" : "self";
}

/** Pairs of cities that review each other in one round, which the rule against conflicts of interest forbids. */
export function mutualReviews(
  reviews: readonly { readonly reviewer: string; readonly reviewed: string }[],
): (readonly [string, string])[] {
  return reviews.flatMap(({ reviewer, reviewed }) => {
    const isMutual = reviews.some((other) => other.reviewer === reviewed && other.reviewed === reviewer);
    // Each pair once, in alphabetical order; a city that reviews itself is a pair of its own.
    return isMutual && reviewer <= reviewed ? [[reviewer, reviewed] as const] : [];
  });
}

function isWritten(words: string): boolean {
  return words.trim() !== "";
}

function isInTime(followUp: string, heldOn: string): boolean {
  return followUp >= monthsLater(heldOn, SOONEST_MONTHS) && followUp <= monthsLater(heldOn, LATEST_MONTHS);
}

/** The same day some months later; where that month is shorter, its last day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return later.toISOString().slice(0, "2026-01-01".length);
}
