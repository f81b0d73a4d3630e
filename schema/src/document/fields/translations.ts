import { equalityDeep } from "lib0/function";
import * as Y from "yjs";
import { isLanguageCode, LANGUAGE_CODES, type LanguageCode } from "../../reference/languages.ts";
import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRecord } from "../json.ts";
import { checkPlainText, readablePlainText, textLength } from "../plain-text.ts";

/** Who translated: a person, or a machine and nobody has looked at it yet. */
export const TRANSLATION_STATUSES = ["human", "machine"] as const;
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];

export interface Translation {
  readonly text: string;
  readonly status: TranslationStatus;
}

/** An item's translations by language; its original text is never among them. */
export type Translations = Readonly<Partial<Record<LanguageCode, Translation>>>;
/** A change of translations: what is named is set, `null` takes it away, the others stay. */
export type TranslationsChange = Readonly<Partial<Record<LanguageCode, Translation | null>>>;

export interface TranslationsField extends Field<Translations, "map", TranslationsChange> {
  readonly kind: "translations";
  readonly maxLength: number;
  /** The text that they translate; the collection's title where none is named. */
  readonly of?: string;
}

/** Translations of an item's text: language → text and status, each language set whole. */
export function translations(options: { maxLength: number; of?: string }): TranslationsField {
  const { maxLength, of } = options;
  return {
    kind: "translations",
    shared: "map",
    initial: {},
    required: false,
    maxLength,
    ...(of !== undefined && { of }),
    read(raw) {
      if (!(raw instanceof Y.Map)) return {};
      const found: Partial<Record<LanguageCode, Translation>> = {};
      for (const code of LANGUAGE_CODES) {
        const translation = readTranslation(raw.get(code));
        if (translation) found[code] = translation;
      }
      return found;
    },
    admitsEntry(code, raw) {
      const translation = readTranslation(raw);
      if (!isLanguageCode(code) || !translation || translation.text.trim() === "") return false;
      return textLength(translation.text) <= maxLength && equalityDeep(translation, raw);
    },
    check(value, name = "translations") {
      if (!isRecord(value)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be given by language.`);
      }
      const change: Partial<Record<LanguageCode, Translation | null>> = {};
      for (const [code, translation] of Object.entries(value)) {
        if (!isLanguageCode(code)) {
          throw new InvalidEdit(
            "INVALID_VALUE",
            name,
            `${name} has an unknown language: ${code.slice(0, 20)}.`,
          );
        }
        change[code] = translation === null ? null : checkTranslation(translation, maxLength, name);
      }
      return change;
    },
  };
}

function readTranslation(raw: unknown): Translation | null {
  if (!isRecord(raw) || typeof raw["text"] !== "string") return null;
  // What is not known to be a person's work must not pass for it.
  return { text: readablePlainText(raw["text"]), status: raw["status"] === "human" ? "human" : "machine" };
}

function checkTranslation(value: unknown, maxLength: number, name: string): Translation {
  if (!isRecord(value)) throw new InvalidEdit("INVALID_VALUE", name, `${name} must have text and status.`);
  const text = checkPlainText(value["text"], maxLength, name);
  const status = TRANSLATION_STATUSES.find((known) => known === value["status"]);
  if (!status) {
    throw new InvalidEdit(
      "INVALID_VALUE",
      name,
      `${name} must have a status out of ${TRANSLATION_STATUSES.join(", ")}.`,
    );
  }
  if (text.trim() === "") {
    throw new InvalidEdit("INVALID_VALUE", name, `${name} must not be empty; give null to take one away.`);
  }
  return { text, status };
}
