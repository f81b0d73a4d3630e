import { toValue, watchEffect, type MaybeRefOrGetter } from "vue";

/** Sets the window's title, most particular part first: `SWOT – Officina · Tavolo`. */
export const usePageTitle = (title: MaybeRefOrGetter<string | null | undefined>): void => {
  watchEffect(() => {
    const name = toValue(title);
    document.title = name ? `${name} · Tavolo` : "Tavolo";
  });
};
