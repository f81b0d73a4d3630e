import type { Result } from "../measure-all.ts";
import type { BenchOptions } from "../options.ts";
import type { Ratio } from "./ratios.ts";

/** The medians for a person: a Markdown table for each scenario, and what is promised. */
export function tableOf(
  { scenarios, servers }: Pick<BenchOptions, "scenarios" | "servers">,
  results: readonly Result[],
  ratios: Readonly<Record<string, Ratio>>,
): string {
  const tables = scenarios.map(({ name, title, columns }) => {
    const rows = results
      .filter(({ scenario }) => scenario === name)
      .map(({ server, median }) => [
        servers.find((one) => one.name === server)!.label,
        ...Object.keys(columns).map((figure) => shown(median[figure] ?? null)),
      ]);
    return `${title}\n\n${markdown(["server", ...Object.values(columns)], rows)}`;
  });
  const promises = Object.entries(ratios)
    .filter(([, { value }]) => value !== null)
    .map(([name, { value, atMost, met }]) => [name, shown(value), `≤ ${atMost}`, met ? "yes" : "NO"]);
  if (promises.length > 0) tables.push(markdown(["promised", "measured", "at most", "met"], promises));
  return `${tables.join("\n\n")}\n`;
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function shown(value: number | null): string {
  if (value === null) return "–";
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}
