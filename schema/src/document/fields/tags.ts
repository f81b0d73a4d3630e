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
    read(raw) {
      if (!Array.isArray(raw)) return [];
      const words = raw.filter((word: unknown) => typeof word === "string").map(readablePlainText);
      return tidy(words)
        .filter((word) => textLength(word) <= maxLength)
        .slice(0, maxItems);
    },
    check(value, name = "tags") {
      if (!Array.isArray(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be a list of words.`);
      }
      const words = tidy(value.map((word: unknown) => (typeof word === "string" ? word.trim() : word))).map(
        (word) => checkPlainText(word, maxLength, name),
      );
      if (words.length > maxItems) {
        throw new InvalidEdit("TOO_MANY_ITEMS", name, `${name} takes at most ${maxItems} words.`, maxItems);
      }
      return words;
    },
  };
}

function tidy<Word>(words: readonly Word[]): Word[] {
  const trimmed = words.map((word) => (typeof word === "string" ? (word.trim() as Word & string) : word));
  return [...new Set(trimmed)].filter((word) => word !== "");
}
