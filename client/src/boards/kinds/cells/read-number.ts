/** The signs of a language’s numbers: 1,234.5 and 1.234,5. */
function signsOf(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: "always" }).formatToParts(12_345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { group: sign("group"), decimal: sign("decimal") };
}

/**
 * The number that somebody wrote, as people of their language do; NaN where it is none. One sign alone that cannot
 * part thousands parts decimals, whichever it is: keypads have only one of them.
 */
export function readNumber(text: string, locale: string): number {
  const written = text.replaceAll(/[\s'’]/gu, "").replace(/^[−–]/u, "-");
  const { group, decimal } = signsOf(locale);
  // In the form of English, where a comma parts thousands.
  const swapped = Array.from(written, (sign) => (sign === group ? "," : sign === decimal ? "." : sign)).join(
    "",
  );
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(swapped)) return Number(swapped.replaceAll(",", ""));
  return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/u.test(written) ? Number(written.replace(",", ".")) : Number.NaN;
}
