/** The languages the interface speaks; what people write may be in any of the thirteen content languages. */
export const uiLanguages = [
  { code: "en", locale: "en-GB", endonym: "English" },
  { code: "it", locale: "it-IT", endonym: "Italiano" },
] as const;

export type UiLanguage = (typeof uiLanguages)[number]["code"];

export const isUiLanguage = (code: string): code is UiLanguage =>
  uiLanguages.some((language) => language.code === code);

export const localeOf = (code: UiLanguage): string =>
  uiLanguages.find((language) => language.code === code)?.locale ?? code;

/** The first of the person's preferred languages that the interface speaks; English when there is none. */
export const preferredLanguage = (preferred: readonly string[]): UiLanguage => {
  for (const tag of preferred) {
    const code = tag.toLowerCase().split("-")[0] ?? "";
    if (isUiLanguage(code)) return code;
  }
  return "en";
};
