import { sql } from "@mikro-orm/core";
import { invalidValue } from "../errors.ts";

/** A quarter: long enough for a project’s phase, short enough that a forgotten token ends by itself. */
export const TOKEN_DAYS = 90;

/** A year: who needs a token for longer renews it, and so notices that it is still used. */
export const TOKEN_DAYS_MAX = 365;

/** When a token of so many days ends, by the database’s clock; throws INVALID_VALUE. */
export const endOfToken = (days: number) => {
  if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS_MAX)
    throw invalidValue("expiresInDays", `A token lasts for 1 to ${TOKEN_DAYS_MAX} days.`);
  return sql<Date>`now() + make_interval(days => ${days})`;
};
