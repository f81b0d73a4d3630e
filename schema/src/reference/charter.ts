import { type Certainty, readCertainty } from "./certainty.ts";
import data from "./data/eu_charter.json" with { type: "json" };

interface Bilingual {
  readonly en: string;
  readonly it: string;
}

/** An article of the Charter of Fundamental Rights of the European Union. */
export interface CharterArticle {
  /** `CFR-01` … `CFR-54`. */
  readonly code: string;
  readonly number: number;
  readonly title: Bilingual;
  /** Number of the title (1–7) that the article stands in. */
  readonly chapter: number;
  /** Our own tag: an article at the core of civic space. */
  readonly coreCivicSpace: boolean;
  /** Our own tag: an article that local services often touch. */
  readonly localServices: boolean;
  readonly certainty: { readonly en: Certainty; readonly it: Certainty };
}

/** One of the Charter's seven titles (in the 2000 text and much practice: chapters). */
export interface CharterTitle {
  readonly code: string;
  readonly number: number;
  readonly roman: string;
  readonly title: Bilingual;
  readonly firstArticle: number;
  readonly lastArticle: number;
  readonly certainty: { readonly en: Certainty; readonly it: Certainty };
}

const articles: readonly CharterArticle[] = data.articles.map((article) => ({
  code: article.code,
  number: article.number,
  title: article.title,
  chapter: article.chapter,
  coreCivicSpace: article.core_civic_space,
  localServices: article.typical_local_service_relevance,
  certainty: certaintyOf(article.verified),
}));

const titles: readonly CharterTitle[] = data.chapters.map((chapter) => ({
  code: chapter.code,
  number: chapter.number,
  roman: chapter.roman,
  title: chapter.title,
  firstArticle: chapter.first_article,
  lastArticle: chapter.last_article,
  certainty: certaintyOf(chapter.verified),
}));

/** All 54 articles in order; headings as consolidated in OJ C 202, 7.6.2016. */
export function charterArticles(): readonly CharterArticle[] {
  return articles;
}

/** The seven titles in order. */
export function charterTitles(): readonly CharterTitle[] {
  return titles;
}

function certaintyOf({ en, it }: Bilingual): { readonly en: Certainty; readonly it: Certainty } {
  return { en: readCertainty(en), it: readCertainty(it) };
}
