import type { UiLanguage } from "../../../i18n/languages.ts";

/** Blanks and apostrophes that set thousands apart, and signs that say what is counted. */
const AROUND = /[\s\u00a0\u202f'’%€$£]/g;

/**
 * A number as people write it in a spreadsheet, or null. Of a point and a comma the last is the decimal mark; one alone
 * before exactly three digits is read as the language writes thousands.
 */
export function parseNumber(text: string, language: UiLanguage): number | null {
  const tidy = text.replaceAll(AROUND, "").replace(/^−/, "-");
  if (!/^[+-]?[\d.,]+$/.test(tidy) || !/\d/.test(tidy)) return null;
  const decimal = decimalMark(tidy, language);
  const thousands = decimal === "," ? "." : ",";
  const [whole = "", fraction, ...more] = decimal ? tidy.split(decimal) : [tidy];
  if (more.length > 0 || fraction?.includes(thousands)) return null;
  const groups = whole.replace(/^[+-]/, "").split(/[.,]/);
  if (
    groups.length > 1 &&
    !groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
  )
    return null;
  const sign = whole.startsWith("-") ? -1 : 1;
  return sign * Number(`${groups.join("") || "0"}.${fraction ?? "0"}`) + 0;
}

function decimalMark(text: string, language: UiLanguage): "," | "." | null {
  const [comma, point] = [text.lastIndexOf(","), text.lastIndexOf(".")];
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  const mark = comma >= 0 ? "," : ".";
  const count = text.split(mark).length - 1;
  if (count === 0 || count > 1) return null;
  const isThousands = /^[+-]?\d{1,3}[.,]\d{3}$/.test(text) && mark === (language === "it" ? "." : ",");
  return isThousands ? null : mark;
}
