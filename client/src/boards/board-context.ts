import { inject, type InjectionKey, provide } from "vue";
import type { BoardScreen } from "./use-board-screen.ts";

const key: InjectionKey<BoardScreen> = Symbol("board");

/** Gives the open board to every component of its screen. */
export const provideBoard = (screen: BoardScreen): void => provide(key, screen);

/** The open board; only inside its screen. */
export function useBoardContext(): BoardScreen {
  const screen = inject(key);
  if (!screen) throw new Error("useBoardContext is for components inside a board’s screen");
  return screen;
}
