import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";

const CALENDAR_DATE = /^(?:19|20|21)\d\d-\d\d-\d\d$/;

export interface DateField extends Field<string | null, "plain"> {
  readonly kind: "date";
}

/** A calendar date such as 2026-12-31 (ISO 8601, no time, no zone) of the years 1900–2199, or `null`. */
export function date(): DateField {
  return {
    kind: "date",
    shared: "plain",
    initial: null,
    required: false,
    read: (raw) => (isCalendarDate(raw) ? raw : null),
    check(value, name = "date") {
      if (value === null || isCalendarDate(value)) return value;
      throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a date such as 2026-12-31.`);
    },
  };
}

/** Whether a value names a day that the calendar has. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== "string" || !CALENDAR_DATE.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
