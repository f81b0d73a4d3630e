import { generateKeyBetween } from "fractional-indexing";

/** Where an item without a usable rank sorts: behind every real rank, since `~` follows all their digits. */
export const LAST_RANK = "~";

/** Random bits in a new rank: two people who insert at one place at once get one rank in 65,536 cases. */
const JITTER_BITS = 16;
/** Every insertion into one same gap adds about three digits; past this length it adds a sixth of one, unjittered. */
const JITTERED_RANK_LENGTH = 256;
const MAX_RANK_LENGTH = 2048;

/** Whether a value is a rank between which and another one a third can be made. */
export function isRank(value: unknown): value is string {
  if (typeof value !== "string" || value.length > MAX_RANK_LENGTH || !/^[A-Za-z][0-9A-Za-z]+$/.test(value)) {
    return false;
  }
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false;
  }
}

/** Order of ranks and ids: by code unit, never by a locale's collation (store them with `COLLATE "C"`). */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * A new rank between two ranks, `null` standing for an open end. Never throws: a broken neighbour counts as an
 * open end, and where the two leave no room (equal, or in the wrong order) the new rank follows the lower.
 */
export function rankBetween(lower: string | null, upper: string | null): string {
  const low = isRank(lower) ? lower : null;
  const high = isRank(upper) && (low === null || low < upper) ? upper : null;
  try {
    return jitter(...bounds(low, high));
  } catch {
    // Only a forged rank at the very end of the number range gets here.
    return low ?? generateKeyBetween(null, null);
  }
}

function bounds(low: string | null, high: string | null): [string, string] {
  if (low !== null && high !== null) return [low, high];
  if (high !== null) {
    const below = generateKeyBetween(null, high);
    return [generateKeyBetween(null, below), high];
  }
  const from = generateKeyBetween(low, null);
  return [from, generateKeyBetween(from, null)];
}

function jitter(low: string, high: string): string {
  let [from, to] = [low, high];
  let rank = generateKeyBetween(from, to);
  for (let bit = 0; bit < JITTER_BITS && rank.length < JITTERED_RANK_LENGTH; bit += 1) {
    if (Math.random() < 0.5) from = rank;
    else to = rank;
    rank = generateKeyBetween(from, to);
  }
  return rank;
}
