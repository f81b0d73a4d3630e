const MONTHS = 12;

/** How many years lie between the ends of two periods; negative when the second ends first. */
export function yearsUntil(from: string, to: string): number {
  return endOf(to) - endOf(from);
}

/** The end of a period as a year and its fraction: 2024 ends at 2025, 2024-Q2 and 2024-06 at 2024.5. */
function endOf(period: string): number {
  const year = Number(period.slice(0, 4));
  const part = period.slice(5);
  if (part === "") return year + 1;
  if (part.startsWith("H")) return year + Number(part.slice(1)) / 2;
  if (part.startsWith("Q")) return year + Number(part.slice(1)) / 4;
  const [month = 0, day] = part.split("-").map(Number);
  if (day === undefined) return year + month / MONTHS;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year + (month - 1 + day / days) / MONTHS;
}
