import { describe, expect, it } from "vitest";
import { charter } from "./charter-codes.ts";
import { charterArticles, charterTitles } from "./charter.ts";
import charterData from "./data/eu_charter.json" with { type: "json" };
import glossaryData from "./data/glossary.json" with { type: "json" };
import languageData from "./data/languages.json" with { type: "json" };
import { glossary } from "./glossary.ts";
import { LANGUAGE_CODES, LANGUAGES } from "./languages.ts";
import { localFactors } from "./local-factors.ts";
import { inLanguage } from "./localised-text.ts";

const unique = (codes: readonly string[]) => new Set(codes).size === codes.length;
const bilingual = ({ title }: { title: { en: string; it: string } }) =>
  title.en.trim() !== "" && title.it.trim() !== "";

describe("the Charter", () => {
  it("has 54 articles with one code each and a title in English and Italian", () => {
    const articles = charterArticles();
    expect(articles).toHaveLength(54);
    expect(articles.map(({ number }) => number)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
    expect(unique(articles.map(({ code }) => code))).toBe(true);
    expect(articles.every(bilingual)).toBe(true);
  });

  it("has the codes that board fields check against", () => {
    expect(charterArticles().map(({ code }) => code)).toEqual(charter.codes);
  });

  it("has seven titles, each article standing in the one that covers it", () => {
    expect(charterTitles().map(({ roman }) => roman)).toEqual(["I", "II", "III", "IV", "V", "VI", "VII"]);
    expect(charterTitles().every(bilingual)).toBe(true);
    for (const article of charterArticles()) {
      const title = charterTitles().find(({ number }) => number === article.chapter);
      expect(title?.firstArticle).toBeLessThanOrEqual(article.number);
      expect(title?.lastArticle).toBeGreaterThanOrEqual(article.number);
    }
  });

  it("keeps how sure each title is", () => {
    expect(charterArticles().filter(({ certainty }) => certainty.en === "verified")).toHaveLength(54);
    expect(charterArticles().filter(({ certainty }) => certainty.it === "verified")).toHaveLength(43);
    const marks = charterData.articles.flatMap(({ verified }) => Object.values(verified));
    expect(new Set(marks)).toEqual(new Set(["verified", "known"]));
  });
});

describe("the local factors", () => {
  it("are thirteen with one code each and a title in English and Italian", () => {
    expect(localFactors()).toHaveLength(13);
    expect(unique(localFactors().map(({ code }) => code))).toBe(true);
    expect(localFactors().every(bilingual)).toBe(true);
    expect(localFactors().every(({ code }) => /^F-[A-Z]+$/.test(code))).toBe(true);
  });
});

describe("the languages", () => {
  it("are those of the data, English first", () => {
    expect(languageData.languages.map(({ code }) => code)).toEqual(LANGUAGE_CODES);
    expect(LANGUAGES.map(({ code }) => code)).toEqual(LANGUAGE_CODES);
    expect(LANGUAGE_CODES[0]).toBe("en");
  });

  it("have a locale that Intl knows, their own name and the SWOT words", () => {
    for (const { code, locale, endonym, swot } of LANGUAGES) {
      expect(Intl.PluralRules.supportedLocalesOf(locale)).toEqual([locale]);
      expect(locale.startsWith(code)).toBe(true);
      expect(endonym).not.toBe("");
      expect(Object.keys(swot)).toEqual(["S", "W", "O", "T"]);
    }
  });

  it("fall back from the wanted one to English to any", () => {
    expect(inLanguage({ en: "square", it: "piazza" }, "de", "it")).toBe("piazza");
    expect(inLanguage({ en: "square", it: "piazza" }, "de")).toBe("square");
    expect(inLanguage({ it: "piazza" }, "de")).toBe("piazza");
    expect(inLanguage({})).toBe("");
  });
});

it("the glossary has each term once, in both languages, with a definition", () => {
  expect(glossary()).toHaveLength(glossaryData.terms.length);
  expect(unique(glossary().map(({ en }) => en))).toBe(true);
  for (const { en, it: italian, definition } of glossary()) {
    expect([en, italian, definition]).not.toContain("");
  }
});
