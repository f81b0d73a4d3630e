import type { SwotSection, Translations } from "@tavolo/schema";
import type { LocalisedText } from "../../database/localised-text.ts";
import type { ReportedText, ReportedTranslation } from "./board-report.ts";

const SECTIONS: Readonly<Record<SwotSection, string>> = {
  S: "STRENGTHS",
  W: "WEAKNESSES",
  O: "OPPORTUNITIES",
  T: "THREATS",
};

/** A section’s key as the API’s enum `SwotSection` spells it. */
export const sectionName = (section: SwotSection): string => SECTIONS[section];

/** Any other enumerated value as the API spells it; a test compares them all with an answer of the API. */
export const enumName = (value: string): string => value.toUpperCase();

/** A text in all its languages as a list. */
export const textsOf = (stored: LocalisedText): ReportedText[] =>
  Object.entries(stored).map(([language, text]) => ({ language: enumName(language), text }));

/** Translations as a list. */
export const translationsOf = (translations: Translations): ReportedTranslation[] =>
  Object.entries(translations).map(([language, { text, status }]) => ({
    language: enumName(language),
    text,
    status: enumName(status),
  }));
