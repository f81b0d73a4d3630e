import type { Money } from "@tavolo/schema";

const MINOR_DIGITS = 2;

/** An amount as a decimal: 1250 minor units are 12.50. Every currency of the product has two minor digits. */
export const decimalOf = (minor: number): string => (minor / 10 ** MINOR_DIGITS).toFixed(MINOR_DIGITS);

/** An amount with its currency: `EUR 12.50`. */
export const moneyText = ({ minor, currency }: Money): string => `${currency} ${decimalOf(minor)}`;
