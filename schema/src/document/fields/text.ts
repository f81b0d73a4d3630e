import * as Y from "yjs";
import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { checkPlainText, readablePlainText } from "../plain-text.ts";

export interface TextField extends Field<string, "text"> {
  readonly kind: "text";
  readonly maxLength: number;
}

/**
 * Text that several people write at once (`Y.Text`). `maxLength` in code points is soft: strict editing keeps to
 * it, but two people's honest insertions can add up to more, so reading cuts nothing.
 */
export function text(options: { maxLength: number; required?: boolean }): TextField {
  const { maxLength, required = false } = options;
  return {
    kind: "text",
    shared: "text",
    initial: "",
    required,
    maxLength,
    read: (raw) => (isText(raw) ? readablePlainText(raw.toJSON()) : ""),
    check(value, name = "text") {
      const checked = checkPlainText(value, maxLength, name);
      if (required && checked.trim() === "") {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must not be empty.`);
      }
      return checked;
    },
  };
}

/** Whether a value is the shared text that this field kind writes (and not its XML relative). */
export function isText(raw: unknown): raw is Y.Text {
  return raw instanceof Y.Text && !(raw instanceof Y.XmlText);
}

export function isTextField(field: Field): field is TextField {
  return field.kind === "text";
}
