import type { Component } from "vue";

/** An act of a screen's own in the last menu of the bar. */
export type MenuEntry = { label: string; icon: Component; act: () => void };
