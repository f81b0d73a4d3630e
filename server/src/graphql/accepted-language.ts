import { isLanguageCode, type LanguageCode } from "@tavolo/schema";

/** The language of ours that an `Accept-Language` header likes best; null where it names none. */
export const acceptedLanguage = (header: string | undefined): LanguageCode | null => {
  const wanted = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { code: tag.toLowerCase().split("-")[0] ?? "", quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ code }) => code).find(isLanguageCode) ?? null;
};
