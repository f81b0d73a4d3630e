import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isCalendarDate } from "./date.ts";

const PERIOD = /^(?:19|20|21)\d\d(?:-H[12]|-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/;

export interface PeriodField extends Field<string | null, "plain"> {
  readonly kind: "period";
}

/** The time a value speaks of: 2024, 2024-H1, 2024-Q2, 2024-05 or one day, 2024-05-31; or `null`. */
export function period(): PeriodField {
  return {
    kind: "period",
    shared: "plain",
    initial: null,
    required: false,
    read: (raw) => (isPeriod(raw) ? raw : null),
    check(value, name = "period") {
      if (value === null || isPeriod(value)) return value;
      throw new InvalidEdit(
        "INVALID_VALUE",
        name,
        `${name} must be a period such as 2024, 2024-H1, 2024-Q2, 2024-05 or 2024-05-31.`,
      );
    },
  };
}

export function isPeriod(value: unknown): value is string {
  return typeof value === "string" && (PERIOD.test(value) || isCalendarDate(value));
}
