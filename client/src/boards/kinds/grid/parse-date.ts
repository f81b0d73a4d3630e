import { isCalendarDate, isPeriod } from "@tavolo/schema";
import { uiLanguages } from "../../../i18n/languages.ts";

/** The months’ names and their abbreviations in the languages of the interface, folded, by number. */
const months: ReadonlyMap<string, string> = new Map(
  uiLanguages.flatMap(({ locale }) =>
    (["long", "short"] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, index) => {
        const name = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" }).format(
          Date.UTC(2024, index),
        );
        return [name.toLowerCase().replace(".", ""), String(index + 1).padStart(2, "0")] as const;
      }),
    ),
  ),
);
const two = (digits: string) => digits.padStart(2, "0");

/** A day as people write it – 2026-12-31, 31/12/2026, 31.12.2026, 31 December 2026 –, or null: the day comes first. */
export function parseDate(text: string): string | null {
  const tidy = text.trim().toLowerCase();
  if (isCalendarDate(tidy)) return tidy;
  const [, day, month, year] =
    /^(\d{1,2})\s*[./ -]\s*([\p{L}]+\.?|\d{1,2})\s*[./ -]\s*(\d{4})$/u.exec(tidy) ?? [];
  if (!day || !month || !year) return null;
  const number = /^\d+$/.test(month) ? two(month) : months.get(month.replace(".", ""));
  const date = `${year}-${number ?? ""}-${two(day)}`;
  return isCalendarDate(date) ? date : null;
}

/** A period as people write it – 2024, Q2 2024, T2 2024, H1 2024, 05/2024, May 2024, a day –, or null. */
export function parsePeriod(text: string): string | null {
  const tidy = text.trim();
  if (isPeriod(tidy.toUpperCase())) return tidy.toUpperCase();
  const [, part, year] =
    /^((?:[qths]\d)|\d{1,2}|\p{L}+\.?)[ /.-]*(\d{4})$/iu.exec(tidy) ??
    turned(/^(\d{4})[ /.-]*((?:[qths]\d)|\d{1,2}|\p{L}+\.?)$/iu.exec(tidy));
  if (!part || !year) return parseDate(tidy);
  const half = /^[hs](\d)$/i.exec(part)?.[1];
  const quarter = /^[qt](\d)$/i.exec(part)?.[1];
  const month = /^\d+$/.test(part) ? two(part) : months.get(part.toLowerCase().replace(".", ""));
  const period = half ? `${year}-H${half}` : quarter ? `${year}-Q${quarter}` : `${year}-${month ?? ""}`;
  return isPeriod(period) ? period : null;
}

const turned = (found: RegExpExecArray | null): readonly (string | undefined)[] =>
  found ? [found[0], found[2], found[1]] : [];
