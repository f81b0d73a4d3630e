import { isPeriod } from "@tavolo/schema";

/**
 * A period as somebody wrote it, in the form that documents hold: “Q2 2024”, “2024 q2” and “5/2024” too. What is none
 * comes back as it was written.
 */
export function readPeriod(text: string): string {
  const written = text.trim().toUpperCase();
  const [, before, year = ""] = /^([HQ]\d|\d{1,2})\s*[ /.-]\s*(\d{4})$/u.exec(written) ?? [];
  const [, yearFirst = "", after] = /^(\d{4})\s*[ /.-]?\s*([HQ]\d|\d{1,2})$/u.exec(written) ?? [];
  const part = (before ?? after)?.padStart(2, "0");
  const candidate = part === undefined ? written : `${year || yearFirst}-${part}`;
  return isPeriod(candidate) ? candidate : text.trim();
}
