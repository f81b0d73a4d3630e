import type { Role } from "../../people/roles.ts";
import { type Agreement, bothSidesMissing, type MissingSide } from "./agreement.ts";
import { type CardDefinition, isSameDefinition } from "./definition.ts";

/** The states of an indicator, in the order of its life; the last two end it. */
export const INDICATOR_STATES = ["PROPOSED", "DISCUSSED", "AGREED", "IN_USE", "RETIRED", "REJECTED"] as const;
export type IndicatorStatus = (typeof INDICATOR_STATES)[number];

/** What is decided about a card so far. */
export interface CardStanding {
  readonly status: IndicatorStatus;
  /** The version that was agreed last, or will be agreed first. */
  readonly version: number;
  /** The version that measures meanwhile, also while a revision is discussed. */
  readonly inUse: number | null;
  /** The definition that was agreed last. */
  readonly agreed: CardDefinition | null;
  /** The versions whose values cannot be compared with those before: each marks a break in the series (flag B). */
  readonly breaks: readonly number[];
}

/** What a step is asked with; what a step does not need may be left out. */
export interface StepGiven {
  readonly role: Role;
  /** The card as it stands, and what of it is still to fill; see `stillToFill`. */
  readonly card: CardDefinition;
  readonly missing: readonly string[];
  readonly reason?: string;
  readonly agreement?: Agreement;
  readonly sourceConfirmed?: boolean;
  /** The day or period of the first measurement. */
  readonly firstCollection?: string | null;
  readonly lastPeriod?: string | null;
}

/** Why a step is refused. */
export type StepRefusal =
  | "NO_SUCH_STEP"
  | "NOT_MODERATOR"
  | "NOT_MEMBER"
  | "CARD_INCOMPLETE"
  | "REASON_MISSING"
  | MissingSide
  | "SOURCE_NOT_CONFIRMED"
  | "FIRST_COLLECTION_MISSING"
  | "LAST_PERIOD_MISSING";

export type Step =
  | { readonly standing: CardStanding; readonly refused: readonly [] }
  | { readonly standing: null; readonly refused: readonly [StepRefusal, ...StepRefusal[]] };

/** How a card begins. */
export const PROPOSED: CardStanding = {
  status: "PROPOSED",
  version: 1,
  inUse: null,
  agreed: null,
  breaks: [],
};

/** Without these a card cannot even be discussed. */
const MINIMAL = ["title", "definition", "standards"];

type Rule = (standing: CardStanding, given: StepGiven) => StepRefusal[];

const moderator = ({ role }: StepGiven): StepRefusal[] => (role === "moderator" ? [] : ["NOT_MODERATOR"]);
const reason = ({ reason: given = "" }: StepGiven): StepRefusal[] =>
  given.trim() === "" ? ["REASON_MISSING"] : [];

/** The steps that there are, from and to, with what each asks for. */
const STEPS: Readonly<Partial<Record<`${IndicatorStatus}>${IndicatorStatus}`, Rule>>> = {
  "PROPOSED>DISCUSSED": (_, given) => [
    ...moderator(given),
    ...(given.missing.some((field) => MINIMAL.includes(field)) ? (["CARD_INCOMPLETE"] as const) : []),
  ],
  "DISCUSSED>PROPOSED": (_, given) => [...moderator(given), ...reason(given)],
  "DISCUSSED>AGREED": (_, given) => [
    ...(given.missing.length > 0 ? (["CARD_INCOMPLETE"] as const) : []),
    ...bothSidesMissing(given.agreement),
  ],
  "DISCUSSED>REJECTED": (_, given) => [...moderator(given), ...reason(given)],
  "AGREED>IN_USE": (_, given) => [
    ...moderator(given),
    ...(given.sourceConfirmed ? [] : (["SOURCE_NOT_CONFIRMED"] as const)),
    ...(given.firstCollection ? [] : (["FIRST_COLLECTION_MISSING"] as const)),
  ],
  // Whoever takes part may ask for a revision; it stays in use meanwhile.
  "IN_USE>DISCUSSED": (_, given) => [
    ...(given.role === "observer" ? (["NOT_MEMBER"] as const) : []),
    ...reason(given),
  ],
  "IN_USE>RETIRED": (_, given) => [
    ...bothSidesMissing(given.agreement),
    ...reason(given),
    ...(given.lastPeriod ? [] : (["LAST_PERIOD_MISSING"] as const)),
  ],
};

/** The states that a card can come to from where it stands, whatever they ask for. */
export function nextStates(from: IndicatorStatus): IndicatorStatus[] {
  return INDICATOR_STATES.filter((to) => STEPS[`${from}>${to}`] !== undefined);
}

/**
 * Takes a card one step on, or says everything that keeps it from there. Agreeing on a changed definition makes a new
 * version and marks a break; a revision that is not taken up leaves the version in use as it was.
 */
export function takeStep(standing: CardStanding, to: IndicatorStatus, given: StepGiven): Step {
  const rule = STEPS[`${standing.status}>${to}`];
  const [first, ...more] = rule ? rule(standing, given) : (["NO_SUCH_STEP"] as const);
  return first === undefined
    ? { standing: arrived(standing, to, given), refused: [] }
    : { standing: null, refused: [first, ...more] };
}

function arrived(standing: CardStanding, to: IndicatorStatus, { card }: StepGiven): CardStanding {
  if (to === "AGREED") {
    if (standing.agreed === null || isSameDefinition(standing.agreed, card)) {
      return { ...standing, status: to, agreed: card };
    }
    const version = standing.version + 1;
    return { ...standing, status: to, version, agreed: card, breaks: [...standing.breaks, version] };
  }
  if (to === "IN_USE") return { ...standing, status: to, inUse: standing.version };
  if (to === "RETIRED") return { ...standing, status: to, inUse: null };
  if (to === "REJECTED" && standing.inUse !== null) return { ...standing, status: "IN_USE" };
  return { ...standing, status: to };
}
