import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { checkPlainText, readablePlainText, textLength } from "../plain-text.ts";

export interface TagsField extends Field<readonly string[], "plain"> {
  readonly kind: "tags";
  readonly maxItems: number;
  readonly maxLength: number;
}

/** Short free words, trimmed, each once, in the order given; at most `maxItems` of at most `maxLength` code points. */
export function tags(options: { maxItems: number; maxLength: number }): TagsField {
  const { maxItems, maxLength } = options;
  return {
    kind: "tags",
    shared: "plain",
    initial: [],
    required: false,
    maxItems,
    maxLength,
    read: (raw) =>
      tidy(Array.isArray(raw) ? raw.filter(isString).map(readablePlainText) : [])
        .filter((word) => textLength(word) <= maxLength)
        .slice(0, maxItems),
    check(value, name = "tags") {
      if (!Array.isArray(value) || !value.every(isString)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a list of words.`);
      }
      const words = tidy(value).map((word) => checkPlainText(word, maxLength, name));
      if (words.length > maxItems) {
        throw new InvalidEdit("TOO_MANY_ITEMS", name, `${name} takes at most ${maxItems} words.`, maxItems);
      }
      return words;
    },
  };
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function tidy(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word !== "");
}
