import { inject, type InjectionKey, provide } from "vue";
import { provideOpenBoard } from "../board-context.ts";
import type { KindScreen } from "./use-kind-screen.ts";

const key: InjectionKey<KindScreen> = Symbol("board of a kind");

/** Gives the open board to every component of its screen. */
export function provideKind(screen: KindScreen): void {
  provideOpenBoard(screen);
  provide(key, screen);
}

/** The open board of any kind but the SWOT; only inside its screen. */
export function useKindContext(): KindScreen {
  const screen = inject(key);
  if (!screen) throw new Error("useKindContext is for components inside a board’s screen");
  return screen;
}
