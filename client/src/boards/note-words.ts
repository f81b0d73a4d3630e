import {
  charterArticles,
  type LanguageCode,
  LANGUAGES,
  localFactors,
  type SwotCluster,
  type SwotNote,
} from "@tavolo/schema";

/** What an item says on this screen: its own words, or their translation, and the other of the two. */
export interface ShownText {
  readonly text: string;
  readonly lang: LanguageCode;
  /** The words in the other language, where both exist. */
  readonly other: { readonly text: string; readonly lang: LanguageCode; readonly isOriginal: boolean } | null;
  /** The shown words are a translation. */
  readonly isTranslation: boolean;
}

type Translated = Pick<SwotNote, "language" | "translations">;

/** Chooses between the original and its translation into the reader’s language. */
export function shownText(
  original: string,
  { language, translations }: Translated,
  reader: LanguageCode,
  preferTranslation: boolean,
): ShownText {
  const translation = language === reader ? undefined : translations[reader];
  if (!translation) return { text: original, lang: language, other: null, isTranslation: false };
  return preferTranslation
    ? {
        text: translation.text,
        lang: reader,
        other: { text: original, lang: language, isOriginal: true },
        isTranslation: true,
      }
    : {
        text: original,
        lang: language,
        other: { text: translation.text, lang: reader, isOriginal: false },
        isTranslation: false,
      };
}

/** What a group is called on this screen; an empty string while nobody has named it. */
export function groupName(cluster: SwotCluster, reader: LanguageCode, preferTranslation: boolean): ShownText {
  return shownText(cluster.name, cluster, reader, preferTranslation);
}

const articles = new Map(charterArticles().map((article) => [article.code, article]));
const factors = new Map(localFactors().map((factor) => [factor.code, factor]));
const endonyms = new Map(LANGUAGES.map(({ code, endonym }) => [code, endonym]));

/** Number and heading of a Charter article in the reader’s language. */
export function articleWords(
  code: string,
  reader: "en" | "it",
): { readonly number: number; readonly title: string } | null {
  const article = articles.get(code);
  return article ? { number: article.number, title: article.title[reader] } : null;
}

export const factorWords = (code: string, reader: "en" | "it"): string =>
  factors.get(code)?.title[reader] ?? code;

export const endonym = (code: LanguageCode): string => endonyms.get(code) ?? code;

/** A language’s name in the reader’s own: "Italian", "italiano". */
export function languageName(code: LanguageCode, reader: "en" | "it"): string {
  return new Intl.DisplayNames(reader, { type: "language" }).of(code) ?? endonym(code);
}

/** The first words of a note, where a button or a sentence has to name it. */
export function excerpt(text: string, length = 60): string {
  const flat = text.replaceAll(/\s+/gu, " ").trim();
  if (flat.length <= length) return flat;
  return `${flat.slice(0, flat.lastIndexOf(" ", length) > 20 ? flat.lastIndexOf(" ", length) : length)}…`;
}
