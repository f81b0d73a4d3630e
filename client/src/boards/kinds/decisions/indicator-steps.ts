import {
  type AnyItem,
  type CardDefinition,
  definitionOf,
  type IndicatorStatus,
  MONITORING_KINDS,
  nextStates,
  PROPOSED,
  type Role,
  type StepRefusal,
  takeStep,
} from "@tavolo/schema";

/** A step that an indicator can take, with what it asks for of whoever takes it. */
export interface IndicatorStep {
  readonly from: IndicatorStatus;
  readonly to: IndicatorStatus;
  readonly needs: readonly StepRefusal[];
}

/** Whether the items of a collection are indicators, which both sides agree on. */
export function areIndicators(kind: string, collection: string): boolean {
  return MONITORING_KINDS.includes(kind) && collection === "indicators";
}

/** The steps that somebody of this role may try: what a step asks for is what the rule misses when nothing is given. */
export function stepsFor(from: IndicatorStatus, role: Role, item: AnyItem): IndicatorStep[] {
  const card: CardDefinition = definitionOf(item as AnyItem & CardDefinition);
  return nextStates(from)
    .map((to) => {
      const standing = { ...PROPOSED, status: from };
      return { from, to, needs: takeStep(standing, to, { role, card, missing: [] }).refused };
    })
    .filter(({ needs }) => !needs.some((need) => need === "NOT_MODERATOR" || need === "NOT_MEMBER"));
}

/** Whether nothing leads back from there. */
export function isEnd(status: IndicatorStatus): boolean {
  return nextStates(status).length === 0;
}
