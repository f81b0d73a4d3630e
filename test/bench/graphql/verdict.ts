import type { Measured } from "./measure.ts";

/** How much longer than hand-written SQL a first page may take. */
export const AT_MOST = 1.5;

/** Questions that took longer than they may. */
export const tooSlow = (measured: readonly Measured[]): readonly Measured[] =>
  measured.filter(({ ratio }) => ratio > AT_MOST);

const NAME = 28;
const FIGURE = 12;

/** The figures for people. */
export const tableOf = (measured: readonly Measured[], items: number): string => {
  const line = (name: string, ...figures: string[]) =>
    name.padEnd(NAME) + figures.map((figure) => figure.padStart(FIGURE)).join("");
  const late = tooSlow(measured).length;
  return `${[
    `First pages of items over ${items} projected items, medians in milliseconds`,
    line("", "items", "by hand", "API", "API/by hand"),
    ...measured.map(({ name, rows, sqlMs, apiMs, ratio }) =>
      line(name, String(rows), sqlMs.toFixed(2), apiMs.toFixed(2), ratio.toFixed(2)),
    ),
    `${measured.length - late} of ${measured.length} take at most ${AT_MOST} × the time of the SQL by hand.`,
  ].join("\n")}\n`;
};
