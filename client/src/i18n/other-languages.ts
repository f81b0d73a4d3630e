import { uiLocale, type GraphqlLanguage } from "./i18n.ts";

type Text = { language: GraphqlLanguage; text: string };

/** The interface's languages beside the one a name was written in: those a form offers to fill. */
export const otherLanguages = (own: GraphqlLanguage): GraphqlLanguage[] =>
  (["EN", "IT"] as const).filter((language) => language !== own);

/** A name in one language, or nothing. */
export const textIn = (texts: readonly Text[], language: GraphqlLanguage): string =>
  texts.find((text) => text.language === language)?.text ?? "";

/** A language's name in the language of the interface. */
export const languageName = (language: GraphqlLanguage): string =>
  new Intl.DisplayNames(uiLocale.value, { type: "language" }).of(language.toLowerCase()) ?? language;
