import type { Figures } from "../scenarios/scenario.ts";

/** The median of each figure over runs of the same measurement; null where one of them has none. */
export function medians(runs: readonly Figures[]): Figures {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] ?? null))]));
}

function median(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (numbers.length < values.length) return null;
  const middle = numbers.length / 2;
  return (numbers[Math.floor(middle)]! + numbers[Math.ceil(middle) - 1]!) / 2;
}
