import { CURRENCIES, type Currency, type Money } from "../../document/fields/money.ts";
import { type BudgetLine, GENDER_CLASSES, type GenderClass } from "./board.ts";

/** A class of lines in one currency; `null` gathers the lines that nobody has classified yet. */
export interface ClassSum {
  readonly genderClass: GenderClass | null;
  readonly currency: Currency;
  readonly lines: number;
  /** Sums in minor units; a line without the amount counts for nothing. */
  readonly planned: number;
  readonly spent: number;
  /** Of all lines of that currency, 0–1; null where their sum is nothing. */
  readonly plannedShare: number | null;
  readonly spentShare: number | null;
}

type Line = Pick<BudgetLine, "genderClass" | "planned" | "spent" | "removed">;

/** Sum and share of each gender class, by currency: amounts of different currencies are never added up. */
export function classSums(lines: readonly Line[]): ClassSum[] {
  const standing = lines.filter(({ removed }) => !removed);
  return CURRENCIES.flatMap((currency) => {
    const inCurrency = standing.filter(({ planned, spent }) =>
      [planned, spent].some((amount) => amount?.currency === currency),
    );
    const all = amounts(inCurrency, currency);
    return [...GENDER_CLASSES, null].flatMap((genderClass) => {
      const members = inCurrency.filter((line) => line.genderClass === genderClass);
      if (members.length === 0) return [];
      const { planned, spent } = amounts(members, currency);
      return [
        {
          genderClass,
          currency,
          lines: members.length,
          planned,
          spent,
          plannedShare: shareOf(planned, all.planned),
          spentShare: shareOf(spent, all.spent),
        },
      ];
    });
  });
}

function amounts(lines: readonly Line[], currency: Currency): { planned: number; spent: number } {
  const sum = (amountOf: (line: Line) => Money | null) =>
    lines.reduce((total, line) => {
      const amount = amountOf(line);
      return total + (amount?.currency === currency ? amount.minor : 0);
    }, 0);
  return { planned: sum(({ planned }) => planned), spent: sum(({ spent }) => spent) };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
