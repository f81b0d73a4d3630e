import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRecord } from "../json.ts";

/** The currencies of the partner countries and their neighbours (ISO 4217); each has two minor digits. */
export const CURRENCIES = ["EUR", "PLN", "HUF", "RON", "SEK", "DKK", "CZK", "GBP", "CHF", "NOK"] as const;
export type Currency = (typeof CURRENCIES)[number];

/**
 * An amount in the currency's minor unit: 12.50 EUR are 1,250. Whole numbers add up exactly and compare in SQL,
 * which neither a float nor a decimal text does. Negative where an account corrects itself.
 */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** Ten million millions of the major unit: more than any State spends, and exact in a double. */
export const LARGEST_AMOUNT = 1_000_000_000_000_000;

export interface MoneyField extends Field<Money | null, "plain"> {
  readonly kind: "money";
}

/** An amount of money in whole minor units with its currency, or `null`. */
export function money(): MoneyField {
  return {
    kind: "money",
    shared: "plain",
    initial: null,
    required: false,
    read: readMoney,
    check(value, name = "money") {
      if (value === null) return null;
      const checked = readMoney(value);
      if (!checked) {
        throw new InvalidEdit(
          "INVALID_VALUE",
          name,
          `${name} must have a whole number of minor units (cents) and a currency out of ${CURRENCIES.join(", ")}.`,
        );
      }
      return checked;
    },
  };
}

function readMoney(raw: unknown): Money | null {
  if (!isRecord(raw)) return null;
  const { minor, currency } = raw;
  const known = CURRENCIES.find((code) => code === currency);
  if (!known || !Number.isInteger(minor) || Math.abs(Number(minor)) > LARGEST_AMOUNT) return null;
  return { minor: Number(minor) + 0, currency: known };
}
