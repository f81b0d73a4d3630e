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
  /** What had the keyboard last, while it was inside. */
  let focused: Element | null = null;

  const stops = (): HTMLElement[] => [...(root.value?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
  /** The first stop that can be seen from a place on; asking all of them would lay out the whole board. */
  const seenFrom = (all: readonly HTMLElement[], place: number, by: 1 | -1): HTMLElement | null => {
    let stop = all[place];
    for (let at = place; stop && !stop.checkVisibility(); stop = all[at]) at += by;
    return stop ?? null;
  };
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
    focused = event.target instanceof HTMLElement ? event.target : null;
    const stop = focused?.closest<HTMLElement>("[data-stop]");
    if (!stop) return;
    mark(stop);
    const id = stop.dataset.stop ?? null;
    if (id !== null && id !== current) {
      current = id;
      onCurrent(id);
    }
  }

  function onFocusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !root.value?.contains(event.relatedTarget)) focused = null;
  }

  /** Others’ moves take rows apart and put them together elsewhere: the keyboard follows its item. */
  function settle(): void {
    const stop = current === null ? null : find(current);
    const tabStop = root.value?.querySelector<HTMLElement>('[data-stop][tabindex="0"]');
    if (!tabStop) {
      const first = stop ?? seenFrom(stops(), 0, 1);
      if (first) first.tabIndex = 0;
    }
    // Who clicked beside the notes has left them; who lost the row under the keyboard has not.
    const isLost = focused !== null && !focused.isConnected && document.activeElement === document.body;
    if (isLost && stop) stop.focus({ preventScroll: true });
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
      const next = seenFrom(all, place + 1, 1) ?? seenFrom(all, place - 1, -1);
      return next?.dataset.stop ?? null;
    },
  };
  provide(key, roving);
  return {
    ...roving,
    step(from, by) {
      const all = stops();
      go(seenFrom(all, all.indexOf(from) + by, by));
    },
    edge(last) {
      const all = stops();
      go(last ? seenFrom(all, all.length - 1, -1) : seenFrom(all, 0, 1));
    },
    inside(stop, by) {
      const places = [stop, ...stop.querySelectorAll<HTMLElement>("button, a[href]")].filter(
        (place) => place === stop || place.checkVisibility(),
      );
      const here = places.findIndex((place) => place === document.activeElement);
      places[Math.max(0, here) + by]?.focus();
    },
  };
}
