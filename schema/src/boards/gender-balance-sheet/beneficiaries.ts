import type { Currency } from "../../document/fields/money.ts";
import { SMALLEST_SHOWN_COUNT, showCounts } from "../small-counts.ts";
import type { BudgetLine } from "./board.ts";

/** The columns of the sheet that count people. */
export const BENEFICIARY_GROUPS = ["women", "men", "other"] as const;
export type BeneficiaryGroup = (typeof BENEFICIARY_GROUPS)[number];

type Line = Pick<BudgetLine, BeneficiaryGroup | "spent" | "removed">;
type Counts = Readonly<Record<BeneficiaryGroup, number | null>>;

/** Money that reached a group of people over several lines. */
export interface SpentOn {
  readonly group: BeneficiaryGroup;
  readonly currency: Currency;
  readonly beneficiaries: number;
  /** In minor units. */
  readonly spent: number;
  readonly perBeneficiary: number;
}

/** Whether a line counts its beneficiaries by sex: women and men at least, also where one of both is nobody. */
export function hasBeneficiaries({ women, men }: Pick<Line, "women" | "men">): boolean {
  return women !== null && men !== null;
}

/** Share of lines whose beneficiaries are counted by sex, 0–1; the others are the sheet's data gaps. */
export function dataCoverage(lines: readonly Pick<Line, "women" | "men" | "removed">[]): {
  readonly counted: number;
  readonly lines: number;
  readonly share: number | null;
} {
  const standing = lines.filter(({ removed }) => !removed);
  const counted = standing.filter(hasBeneficiaries).length;
  const share = standing.length === 0 ? null : counted / standing.length;
  return { counted, lines: standing.length, share };
}

/**
 * What was spent per beneficiary, by sex: each line's amount is shared out by its own beneficiaries, so the two differ
 * where men and women use different services. Lines without an amount, or without beneficiaries by sex, are left
 * out. Where a group has fewer than five people over all lines, no group of that currency is told.
 */
export function spentPerBeneficiary(lines: readonly Line[]): SpentOn[] {
  const byCurrency = Map.groupBy(lines.filter(isCountable), ({ spent }) => spent.currency);
  return [...byCurrency].flatMap(([currency, countable]) => {
    const groups = BENEFICIARY_GROUPS.map((group) => spentOn(group, currency, countable));
    const reached = groups.filter(({ beneficiaries }) => beneficiaries > 0);
    return reached.every(({ beneficiaries }) => beneficiaries >= SMALLEST_SHOWN_COUNT) ? reached : [];
  });
}

/** The counts of one line as they may leave the board: small ones hidden, and what would give them away. */
export function shownBeneficiaries({ women, men, other }: Counts): Counts {
  const [shownWomen = null, shownMen = null, shownOther = null] = showCounts([women, men, other]);
  return { women: shownWomen, men: shownMen, other: shownOther };
}

type Countable = Line & { readonly spent: NonNullable<Line["spent"]> };

function isCountable(line: Line): line is Countable {
  return !line.removed && line.spent !== null && hasBeneficiaries(line) && peopleOf(line) > 0;
}

function peopleOf(line: Counts): number {
  return BENEFICIARY_GROUPS.reduce((sum, group) => sum + (line[group] ?? 0), 0);
}

function spentOn(group: BeneficiaryGroup, currency: Currency, lines: readonly Countable[]): SpentOn {
  const beneficiaries = lines.reduce((sum, line) => sum + (line[group] ?? 0), 0);
  const spent = lines.reduce(
    (sum, line) => sum + (line.spent.minor * (line[group] ?? 0)) / peopleOf(line),
    0,
  );
  return {
    group,
    currency,
    beneficiaries,
    spent: Math.round(spent),
    perBeneficiary: beneficiaries === 0 ? 0 : Math.round(spent / beneficiaries),
  };
}
