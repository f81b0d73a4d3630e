import type { Money } from "../../document/fields/money.ts";
import type { BudgetLine } from "./board.ts";

type Line = Pick<BudgetLine, "mission" | "line" | "planned" | "spent" | "genderClass" | "removed">;

/** A line beside the same line of the year before, found by its programme code and name. */
export interface LineChange {
  readonly mission: string;
  readonly line: string;
  readonly planned: AmountChange | null;
  readonly spent: AmountChange | null;
  /** Whether it was classified otherwise: then a class's sums of both years cannot be compared without saying so. */
  readonly reclassified: boolean;
}

export interface AmountChange {
  /** In minor units of the same currency. */
  readonly by: number;
  /** Of the amount before, 0 for the same; null where that was nothing. */
  readonly share: number | null;
}

/** How the lines of a sheet changed on the year before; lines that only one of both has are named apart. */
export function changeOnPreviousYear(
  lines: readonly Line[],
  before: readonly Line[],
): {
  readonly changed: readonly LineChange[];
  readonly added: readonly string[];
  readonly ended: readonly string[];
} {
  const now = byIdentity(lines);
  const then = byIdentity(before);
  const changed = [...now].flatMap(([identity, line]) => {
    const earlier = then.get(identity);
    return earlier ? [changeOf(line, earlier)] : [];
  });
  const only = (some: ReadonlyMap<string, Line>, others: ReadonlyMap<string, Line>) =>
    [...some].flatMap(([identity, { line }]) => (others.has(identity) ? [] : [line]));
  return { changed, added: only(now, then), ended: only(then, now) };
}

function byIdentity(lines: readonly Line[]): Map<string, Line> {
  const tidy = (words: string) => words.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("it");
  return new Map(
    lines.filter(({ removed }) => !removed).map((line) => [`${tidy(line.mission)} ${tidy(line.line)}`, line]),
  );
}

function changeOf(now: Line, before: Line): LineChange {
  return {
    mission: now.mission,
    line: now.line,
    planned: amountChange(now.planned, before.planned),
    spent: amountChange(now.spent, before.spent),
    reclassified: now.genderClass !== before.genderClass,
  };
}

function amountChange(now: Money | null, before: Money | null): AmountChange | null {
  if (!now || !before || now.currency !== before.currency) return null;
  const by = now.minor - before.minor;
  return { by, share: before.minor === 0 ? null : by / Math.abs(before.minor) };
}
