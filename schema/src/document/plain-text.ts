import { InvalidEdit } from "./invalid-edit.ts";

const NUL = "\u0000";

/** Length as people count it on a limit: code points, so that an emoji outside the basic plane counts once. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * The text as it can be stored and sent anywhere: NUL dropped, lone surrogates replaced. PostgreSQL's jsonb
 * refuses both, and concurrent edits inside a surrogate pair can leave them in a `Y.Text`.
 */
export function readablePlainText(text: string): string {
  return text.replaceAll(NUL, "").toWellFormed();
}

/** A string without NUL and lone surrogates, at most `maxLength` code points long; otherwise `InvalidEdit`. */
export function checkPlainText(value: unknown, maxLength: number, name: string): string {
  if (typeof value !== "string") throw new InvalidEdit("INVALID_VALUE", name, `${name} must be text.`);
  if (value.includes(NUL) || !value.isWellFormed()) {
    throw new InvalidEdit("INVALID_VALUE", name, `${name} contains characters that cannot be stored.`);
  }
  if (textLength(value) > maxLength) {
    throw new InvalidEdit(
      "TEXT_TOO_LONG",
      name,
      `${name} is too long: at most ${maxLength} characters.`,
      maxLength,
    );
  }
  return value;
}
