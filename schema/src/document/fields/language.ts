import { LANGUAGE_CODES, type LanguageCode } from "../../reference/languages.ts";
import { choice, type ChoiceField } from "./choice.ts";

/** The language an item is written in; an unknown one reads as English, the working language of the partners. */
export function language(): ChoiceField<LanguageCode> {
  return choice(LANGUAGE_CODES, { kind: "language" });
}
