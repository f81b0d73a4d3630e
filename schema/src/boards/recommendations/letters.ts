import { hasPassed } from "../deadline.ts";
import { GOVERNANCE_LEVELS, type GovernanceLevel } from "../governance-levels.ts";
import type { Recommendation } from "./board.ts";

type Card = Pick<
  Recommendation,
  "id" | "section" | "addressee" | "level" | "deadline" | "impact" | "effort" | "removed"
>;

/** Everything that goes to one addressee, in one letter. */
export interface Letter<C> {
  readonly addressee: string | null;
  readonly level: GovernanceLevel | null;
  readonly recommendations: readonly C[];
}

/**
 * The recommendations by addressee, the nearest level of government first and those without one last; within a letter
 * by deadline, the open ones last. What stands in another column is no recommendation yet.
 */
export function letters<C extends Card>(cards: readonly C[]): Letter<C>[] {
  const byAddressee = Map.groupBy(
    recommended(cards),
    ({ addressee }) => addressee?.id ?? addressee?.name ?? null,
  );
  return [...byAddressee.values()]
    .map((group): Letter<C> => {
      const [first] = group;
      return {
        addressee: first?.addressee?.name ?? null,
        level: first?.level ?? null,
        recommendations: group.toSorted((a, b) => compareDeadlines(a.deadline, b.deadline)),
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.addressee === null) - Number(b.addressee === null) || distance(a.level) - distance(b.level),
    );
}

/** The recommendations that should have been done by now. */
export function overdue<C extends Card & Pick<Recommendation, "status">>(
  cards: readonly C[],
  today: string,
): C[] {
  return recommended(cards).filter(
    ({ deadline, status }) => hasPassed(deadline, today) && status !== "done" && status !== "rejected",
  );
}

/** From which rating on something counts as much, on the scale 1–5. */
const MUCH = 3;

/** Where a recommendation stands when impact and effort are weighed; null as long as one of both is not rated. */
export function worth({ impact, effort }: Pick<Card, "impact" | "effort">) {
  if (impact === null || effort === null) return null;
  if (impact >= MUCH) return effort >= MUCH ? "major" : "quick";
  return effort >= MUCH ? "reconsider" : "minor";
}

function recommended<C extends Card>(cards: readonly C[]): C[] {
  return cards.filter(({ section, removed }) => section === "recommendation" && !removed);
}

function distance(level: GovernanceLevel | null): number {
  return level === null ? GOVERNANCE_LEVELS.length : GOVERNANCE_LEVELS.indexOf(level);
}

function compareDeadlines(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
