import { useEventListener } from "@vueuse/core";
import { nextTick, readonly, shallowRef } from "vue";

/**
 * Whether the page is being printed, by this button or by the browser’s own: what is laid out for paper is there
 * only then. Browsers wait for the listeners of `beforeprint`, and Vue draws before they go on.
 */
export function usePrinting() {
  const printing = shallowRef(false);
  useEventListener(window, "beforeprint", () => (printing.value = true));
  useEventListener(window, "afterprint", () => (printing.value = false));

  /** Opens the browser’s print window once what covered the page has gone. */
  async function print(): Promise<void> {
    await nextTick();
    window.print();
  }
  return { printing: readonly(printing), print };
}
