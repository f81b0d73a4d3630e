import type { SwotSection } from "@tavolo/schema";
import {
  inject,
  type InjectionKey,
  nextTick,
  onBeforeUnmount,
  onMounted,
  onUpdated,
  provide,
  type Ref,
} from "vue";

/**
 * Roving focus over everything with `data-stop` inside the board: one tab stop, arrows in reading order. The tab
 * index is kept in the DOM, so that moving through five thousand rows renders none of them.
 */
export interface Roving {
  /** Puts the keyboard on an item, once it is on the screen. */
  focus(id: string, options?: { keepScroll?: boolean }): void;
  /** Puts it on a section’s "Add a note". */
  focusAdd(section: SwotSection): void;
  /** The stop after an item, or before it at the end: where the keyboard goes when the item leaves. */
  neighbour(id: string): string | null;
}

const key: InjectionKey<Roving> = Symbol("roving");

export function useRoving(): Roving {
  const roving = inject(key);
  if (!roving) throw new Error("useRoving is for components inside a board’s view");
  return roving;
}

export const addStop = (section: SwotSection): string => `add-${section}`;

/** What the keys of the view do beside. */
export interface RovingRoot extends Roving {
  /** To the stop after or before. */
  step(from: HTMLElement, by: 1 | -1): void;
  /** To the first or the last stop. */
  edge(last: boolean): void;
  /** Among a stop and the buttons inside it. */
  inside(stop: HTMLElement, by: 1 | -1): void;
}

interface RovingOptions {
  readonly root: Readonly<Ref<HTMLElement | null>>;
  /** The keyboard came to another stop. */
  readonly onCurrent: (id: string) => void;
}

/** Makes the root one tab stop, and gives `useRoving` to what is inside. */
export function provideRoving({ root, onCurrent }: RovingOptions): RovingRoot {
  let current: string | null = null;
  let hadFocus = false;

  const stops = (): HTMLElement[] =>
    [...(root.value?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])].filter((stop) =>
      stop.checkVisibility(),
    );
  const find = (id: string): HTMLElement | null =>
    root.value?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(id)}"]`) ?? null;

  function mark(stop: HTMLElement): void {
    for (const other of root.value?.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]') ?? []) {
      if (other !== stop) other.tabIndex = -1;
    }
    stop.tabIndex = 0;
  }

  function go(stop: HTMLElement | null | undefined, keepScroll = false): void {
    if (!stop) return;
    stop.focus({ preventScroll: true });
    if (!keepScroll) stop.scrollIntoView({ block: "nearest" });
  }

  function onFocusIn(event: FocusEvent): void {
    hadFocus = true;
    const stop =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-stop]") : null;
    if (!stop) return;
    mark(stop);
    const id = stop.dataset.stop ?? null;
    if (id !== null && id !== current) {
      current = id;
      onCurrent(id);
    }
  }

  function onFocusOut(event: FocusEvent): void {
    // Focus that goes nowhere was on something that left the screen; focus that goes elsewhere is gone from us.
    if (event.relatedTarget instanceof Node && !root.value?.contains(event.relatedTarget)) hadFocus = false;
  }

  /** Others’ moves take rows apart and put them together elsewhere: the keyboard follows its item. */
  function settle(): void {
    const stop = current === null ? null : find(current);
    const tabStop = root.value?.querySelector<HTMLElement>('[data-stop][tabindex="0"]');
    if (!tabStop) {
      const first = stop ?? stops()[0];
      if (first) first.tabIndex = 0;
    }
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (hadFocus && isLost && stop) stop.focus({ preventScroll: true });
  }

  onMounted(() => {
    root.value?.addEventListener("focusin", onFocusIn);
    root.value?.addEventListener("focusout", onFocusOut);
    settle();
  });
  onBeforeUnmount(() => {
    root.value?.removeEventListener("focusin", onFocusIn);
    root.value?.removeEventListener("focusout", onFocusOut);
  });
  onUpdated(settle);

  const roving: Roving = {
    focus: (id, { keepScroll = false } = {}) => void nextTick(() => go(find(id), keepScroll)),
    focusAdd: (section) => void nextTick(() => go(find(addStop(section)))),
    neighbour(id) {
      const all = stops();
      const place = all.findIndex((stop) => stop.dataset.stop === id);
      return (all[place + 1] ?? all[place - 1])?.dataset.stop ?? null;
    },
  };
  provide(key, roving);
  return {
    ...roving,
    step(from, by) {
      const all = stops();
      go(all[all.indexOf(from) + by]);
    },
    edge: (last) => go(last ? stops().at(-1) : stops()[0]),
    inside(stop, by) {
      const places = [stop, ...stop.querySelectorAll<HTMLElement>("button, a[href]")].filter(
        (place) => place === stop || place.checkVisibility(),
      );
      const here = places.findIndex((place) => place === document.activeElement);
      places[Math.max(0, here) + by]?.focus();
    },
  };
}
