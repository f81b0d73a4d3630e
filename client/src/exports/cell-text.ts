import type { ReportedColumn, ReportedItem } from "./use-kind-report.ts";

/** A cell of a preview in short: what a table of the file says there, cut by the place it has. */
export const cellText = ({ field, valueNames }: ReportedColumn, item: ReportedItem): string =>
  textOf(item[field], valueNames);

const textOf = (value: unknown, names: ReportedColumn["valueNames"]): string => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => textOf(one, names)).join("; ");
  if (typeof value === "object") return Object.values(value).find((part) => typeof part === "string") ?? "";
  if (typeof value === "string" || typeof value === "number") return names[value] ?? `${value}`;
  return typeof value === "boolean" ? `${value}` : "";
};
