import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { url } from "./url.ts";

export interface UrlsField extends Field<readonly string[], "plain"> {
  readonly kind: "urls";
  readonly maxItems: number;
}

/** Web addresses as `url` takes them, each once, in the order given; at most `maxItems`. */
export function urls(options: { maxItems: number }): UrlsField {
  const { maxItems } = options;
  const one = url();
  return {
    kind: "urls",
    shared: "plain",
    initial: [],
    required: false,
    maxItems,
    read(raw) {
      const addresses = Array.isArray(raw) ? raw.map(one.read).filter((address) => address !== null) : [];
      return [...new Set(addresses)].slice(0, maxItems);
    },
    check(value, name = "urls") {
      if (!Array.isArray(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a list of addresses.`);
      }
      const addresses = value.map((given) => one.check(given, name)).filter((address) => address !== null);
      const eachOnce = [...new Set(addresses)];
      if (eachOnce.length > maxItems) {
        throw new InvalidEdit(
          "TOO_MANY_ITEMS",
          name,
          `${name} takes at most ${maxItems} addresses.`,
          maxItems,
        );
      }
      return eachOnce;
    },
  };
}
