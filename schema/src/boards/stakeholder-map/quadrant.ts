/** The quarters of the map, in the template's order. */
export const QUADRANTS = ["MANAGE", "SATISFY", "INFORM", "MONITOR"] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** The middle of the scale 1–5 counts as high: who is in between is rather asked once too often than overlooked. */
const HIGH = 3;

interface Rated {
  readonly power: number | null;
  readonly interest: number | null;
}

/** The quarter that power and interest put somebody into; null as long as one of both is not rated. */
export function quadrantOf({ power, interest }: Rated): Quadrant | null {
  if (power === null || interest === null) return null;
  if (power >= HIGH) return interest >= HIGH ? "MANAGE" : "SATISFY";
  return interest >= HIGH ? "INFORM" : "MONITOR";
}

interface Seated extends Rated {
  readonly rightsAtStake: number | null;
  readonly atTable: boolean;
  readonly removed: boolean;
}

/**
 * Who is missing and should be asked: those who are not at the table although much is at stake for them or they have
 * much interest; the most affected first, and of those the least powerful, who are overlooked most easily.
 */
export function toInvite<Actor extends Seated>(actors: readonly Actor[]): Actor[] {
  const stake = ({ interest, rightsAtStake }: Seated) => Math.max(interest ?? 0, rightsAtStake ?? 0);
  return actors
    .filter((actor) => !actor.removed && !actor.atTable && stake(actor) >= HIGH)
    .toSorted((a, b) => stake(b) - stake(a) || (a.power ?? 0) - (b.power ?? 0));
}
