import type { LanguageCode } from "@tavolo/schema";
import { useStorage } from "@vueuse/core";
import { computed, watch } from "vue";
import { createI18n } from "vue-i18n";
import { isUiLanguage, localeOf, preferredLanguage, uiLanguages, type UiLanguage } from "./languages.ts";
import { messages } from "./messages.ts";
import { pluralRule } from "./plural.ts";

const date: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
const datetimeFormats = { date, time: { ...date, hour: "numeric", minute: "2-digit" } } as const;

const stored = useStorage<string | null>("tavolo.language", null);

const initial: UiLanguage =
  stored.value && isUiLanguage(stored.value) ? stored.value : preferredLanguage(navigator.languages);

export const i18n = createI18n({
  legacy: false,
  locale: initial,
  fallbackLocale: "en",
  messages,
  pluralRules: Object.fromEntries(uiLanguages.map(({ code, locale }) => [code, pluralRule(locale)])),
  datetimeFormats: { en: datetimeFormats, it: datetimeFormats },
  // A missing message is caught by messages.test.ts, not by a person's console.
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
});

/** The language of the interface; writing it persists the choice and switches every screen at once. */
export const uiLanguage = computed<UiLanguage>({
  get: () => i18n.global.locale.value,
  set: (language) => {
    stored.value = language;
    i18n.global.locale.value = language;
  },
});

/** The GraphQL enum `Language`: what people may write in. */
export type GraphqlLanguage = Uppercase<LanguageCode>;

/** The interface language as the GraphQL enum `Language`, for `name(language: …)` arguments. */
export const graphqlLanguage = computed(() => uiLanguage.value.toUpperCase() as GraphqlLanguage);

/** The interface language as a locale for Intl formatters. */
export const uiLocale = computed(() => localeOf(uiLanguage.value));

watch(uiLanguage, (language) => (document.documentElement.lang = language), { immediate: true });

/**
 * Adds a domain's messages when its screen is loaded lazily:
 * `addMessages("boards", { en, it })` makes `t("boards.…")` work.
 */
export const addMessages = (domain: string, added: Record<UiLanguage, object>): void => {
  for (const { code } of uiLanguages) i18n.global.mergeLocaleMessage(code, { [domain]: added[code] });
};
