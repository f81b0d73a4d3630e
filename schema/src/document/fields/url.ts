import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { checkPlainText } from "../plain-text.ts";

export const MAX_URL_LENGTH = 2048;

// Web addresses only: a `javascript:` link in a note would be stored script. No user information before the
// host, which is there to deceive, and nothing that a browser would strip before it decides on the scheme.
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/i;

/** An http or https address of at most 2,048 characters, or `null`; anything else reads as `null`. */
export function url(): Field<string | null, "plain"> {
  return {
    kind: "url",
    shared: "plain",
    initial: null,
    required: false,
    read: (raw) => (isWebAddress(raw) ? raw : null),
    check(value, name = "url") {
      if (value === null) return null;
      const address = checkPlainText(value, MAX_URL_LENGTH, name).trim();
      if (!isWebAddress(address)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be an address that starts with https://.`);
      }
      return address;
    },
  };
}

function isWebAddress(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length <= MAX_URL_LENGTH &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value) &&
    WEB_ADDRESS.test(value)
  );
}
