import { useStorage } from "@vueuse/core";
import { readonly, shallowRef } from "vue";

// A screen reader that is interrupted every second reads nothing to its end.
const pauseMs = 3_000;

const spoken = shallowRef("");
let waiting: string[] = [];
let lastAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether polite announcements are off, as the person chose. */
export const announcementsMuted = useStorage("tavolo.announcements.muted", false);

const speak = (): void => {
  timer = undefined;
  lastAt = performance.now();
  spoken.value = waiting.join(" ");
  waiting = [];
};

/** Says a sentence politely; sentences within three seconds are read together. */
export const announce = (sentence: string): void => {
  if (announcementsMuted.value) return;
  if (!waiting.includes(sentence)) waiting.push(sentence);
  timer ??= setTimeout(speak, Math.max(0, lastAt + pauseMs - performance.now()));
};

/** What the live region holds now. */
export const announcement = readonly(spoken);
