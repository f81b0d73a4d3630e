import { usePreferredDark, useStorage } from "@vueuse/core";
import { computed, watch } from "vue";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

const isTheme = (value: string): value is Theme => themes.some((theme) => theme === value);

// The same key is read by public/appearance.js before the first paint.
const stored = useStorage("tavolo.theme", "system");
const systemIsDark = usePreferredDark();

/** Light, dark, or as the system says; writing it persists the choice. */
export const theme = computed<Theme>({
  get: () => (isTheme(stored.value) ? stored.value : "system"),
  set: (chosen) => (stored.value = chosen),
});

const shown = computed(() => {
  if (theme.value !== "system") return theme.value;
  return systemIsDark.value ? "dark" : "light";
});

watch(shown, (value) => (document.documentElement.dataset.theme = value), { immediate: true });
