import type { LanguageCode } from "@tavolo/schema";
import { text as textField } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import { invalidValue } from "../errors.ts";
import type { LocalizedTextInput } from "./localized-text.ts";

/** How long texts outside boards may be, in characters. */
export const textLimits = {
  /** One line in a list. */
  name: 160,
  /** A short paragraph. */
  description: 2_000,
  /** Fits beside a face and in a caret’s flag. */
  displayName: 60,
  /** A sentence that the whole table reads. */
  reason: 500,
} as const;

/** A text that is there, without the blanks around it; throws INVALID_VALUE or TEXT_TOO_LONG. */
export const checkedText = (field: string, value: string, limit: number): string =>
  textField({ maxLength: limit, required: true }).check(value.trim(), field);

/** What somebody is called, in one line. */
export const checkedName = (value: string): string =>
  checkedText("displayName", value.replaceAll(/\s+/g, " "), textLimits.displayName);

/** The same for a text that may be missing: null and blank are null. */
export const checkedOptional = (
  field: string,
  value: string | null | undefined,
  limit: number,
): string | null => (value?.trim() ? checkedText(field, value, limit) : null);

/** A stored text with some of its languages changed; its own language stays. */
export const changedText = (
  field: string,
  stored: LocalisedText,
  own: LanguageCode,
  change: { text?: string | null; translations?: readonly LocalizedTextInput[] | null },
  limit: number,
): LocalisedText => {
  const changed = { ...stored };
  if (typeof change.text === "string") changed[own] = checkedText(field, change.text, limit);
  for (const { language, text } of change.translations ?? []) {
    if (typeof text === "string") changed[language] = checkedText("translations", text, limit);
    else if (language === own)
      throw invalidValue("translations", "The text’s own language cannot be removed.");
    else delete changed[language];
  }
  return changed;
};

/** An optional stored text after a change of the text in its own language: undefined leaves it, null removes it. */
export const changedOptional = (
  field: string,
  stored: LocalisedText | null | undefined,
  own: LanguageCode,
  text: string | null | undefined,
  limit: number,
): LocalisedText | null => {
  if (text === undefined) return stored ?? null;
  const checked = checkedOptional(field, text, limit);
  return checked === null ? null : { ...stored, [own]: checked };
};
