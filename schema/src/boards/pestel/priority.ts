interface Rated {
  readonly likelihood: number | null;
  readonly impact: number | null;
}

interface Factor extends Rated {
  readonly direction: keyof typeof SIDES | null;
  readonly removed: boolean;
}

/** Likelihood × impact, 1–25; null as long as one of both is not rated. */
export function priorityOf({ likelihood, impact }: Rated): number | null {
  return likelihood === null || impact === null ? null : likelihood * impact;
}

/** The side of a SWOT that a factor is carried to; what cuts both ways goes to both. */
const SIDES = { opportunity: ["O"], threat: ["T"], both: ["O", "T"] } as const;

/** The strongest factors with the sections of a SWOT they go to, the strongest first; unrated ones stay behind. */
export function toCarry<F extends Factor>(
  factors: readonly F[],
  topN: number,
): { readonly factor: F; readonly sections: readonly ("O" | "T")[] }[] {
  return factors
    .filter((factor) => !factor.removed && factor.direction !== null && priorityOf(factor) !== null)
    .toSorted((a, b) => Number(priorityOf(b)) - Number(priorityOf(a)))
    .slice(0, topN)
    .map((factor) => ({ factor, sections: factor.direction === null ? [] : SIDES[factor.direction] }));
}
