import type { LanguageCode } from "@tavolo/schema";

/** One text in the languages it was given in; at least one is present. */
export type LocalisedText = Partial<Record<LanguageCode, string>>;
