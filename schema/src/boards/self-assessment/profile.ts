import { MATURITY_LEVELS } from "../maturity.ts";

interface Rated {
  readonly ratingAuthority: number | null;
  readonly ratingCivilSociety: number | null;
}

/** What a group reads of an assessment; `agreed` comes from the decisions. */
export interface RatedItem extends Rated {
  readonly id: string;
  readonly agreed: number | null;
  readonly removed: boolean;
}

/** Authority minus civil society: above zero the authority sees itself further on; null until both have rated. */
export function differenceOf({ ratingAuthority, ratingCivilSociety }: Rated): number | null {
  if (ratingAuthority === null || ratingCivilSociety === null) return null;
  return ratingAuthority - ratingCivilSociety;
}

/** The items the two sides see most differently, the largest difference first; what they see alike is left out. */
export function differences<Item extends RatedItem>(items: readonly Item[]): Item[] {
  const distance = (item: Item) => Math.abs(differenceOf(item) ?? 0);
  return standing(items)
    .filter((item) => distance(item) > 0)
    .toSorted((a, b) => distance(b) - distance(a));
}

/** How many items stand at each level of maturity; `unrated` has said nothing yet. */
export interface LevelCounts {
  readonly levels: readonly number[];
  readonly unrated: number;
}

/** The counts by level for each side and for what was agreed: the profile of the city. */
export function profileOf(items: readonly RatedItem[]): {
  readonly authority: LevelCounts;
  readonly civilSociety: LevelCounts;
  readonly agreed: LevelCounts;
} {
  const counts = (ratingOf: (item: RatedItem) => number | null): LevelCounts => {
    const ratings = standing(items).map(ratingOf);
    const levels = MATURITY_LEVELS.map((level) => ratings.filter((rating) => rating === level).length);
    return { levels, unrated: ratings.filter((rating) => rating === null).length };
  };
  return {
    authority: counts(({ ratingAuthority }) => ratingAuthority),
    civilSociety: counts(({ ratingCivilSociety }) => ratingCivilSociety),
    agreed: counts(({ agreed }) => agreed),
  };
}

export type RatingRefusal = "SIDE_MISSING" | "REASON_MISSING";

/**
 * What keeps a rating from being agreed: both sides must have rated, and what lies outside their two ratings needs a
 * reason in writing.
 */
export function agreedRatingRefusals(item: Rated, agreed: number, reason: string): RatingRefusal[] {
  const { ratingAuthority, ratingCivilSociety } = item;
  if (ratingAuthority === null || ratingCivilSociety === null) return ["SIDE_MISSING"];
  const [low, high] = [
    Math.min(ratingAuthority, ratingCivilSociety),
    Math.max(ratingAuthority, ratingCivilSociety),
  ];
  const isBetween = agreed >= low && agreed <= high;
  return isBetween || reason.trim() !== "" ? [] : ["REASON_MISSING"];
}

function standing<Item extends RatedItem>(items: readonly Item[]): Item[] {
  return items.filter(({ removed }) => !removed);
}
