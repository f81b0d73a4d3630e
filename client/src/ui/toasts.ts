import { readonly, shallowRef } from "vue";
import { announce } from "./announcer.ts";

export type Toast = { id: number; kind: "done" | "failed"; sentence: string };

const shown = shallowRef<readonly Toast[]>([]);
let last = 0;

const add = (kind: Toast["kind"], sentence: string): void => {
  shown.value = [...shown.value.slice(-2), { id: ++last, kind, sentence }];
};

/** Says that something was done; leaves by itself. */
export const toastDone = (sentence: string): void => {
  add("done", sentence);
  announce(sentence);
};

/** Says that the person's own act failed; stays until it is closed. */
export const toastFailed = (sentence: string): void => add("failed", sentence);

export const closeToast = (id: number): void => {
  shown.value = shown.value.filter((toast) => toast.id !== id);
};

export const toasts = readonly(shown);
