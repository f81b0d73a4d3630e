import { charterArticles, charterTitles, localFactors } from "@tavolo/schema";
import { CharterArticle } from "./charter.graphql.ts";
import { LocalFactor } from "./local-factor.graphql.ts";

const titles = new Map(charterTitles().map((title) => [title.number, title]));

const articles = new Map(
  charterArticles().map((article) => {
    const title = titles.get(article.chapter);
    if (!title) throw new Error(`Article ${article.code} stands under no title.`);
    return [article.code, new CharterArticle(article, title)];
  }),
);

const factors = new Map(localFactors().map((factor) => [factor.code, new LocalFactor(factor)]));

/** The articles that codes stand for, in the order of the codes. */
export const charterArticlesOf = (codes: readonly string[]): CharterArticle[] =>
  codes.flatMap((code) => articles.get(code) ?? []);

export const localFactorOf = (code: string | null): LocalFactor | null =>
  (code !== null && factors.get(code)) || null;

/** Articles whose number, code or heading contains the words; all of them for none. */
export const findCharterArticles = (search: string): CharterArticle[] => {
  const wanted = search.trim().toLocaleLowerCase();
  return [...articles.values()].filter(({ code, number, record }) =>
    [code, String(number), ...Object.values(record.title)].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    ),
  );
};

export const listLocalFactors = (): LocalFactor[] => [...factors.values()];
