import { inject, type InjectionKey, provide } from "vue";
import type { BoardScreen } from "./use-board-screen.ts";
import type { OpenBoard } from "./use-open-board.ts";

const openKey: InjectionKey<OpenBoard> = Symbol("open board");
const key: InjectionKey<BoardScreen> = Symbol("board");

/** Gives the open board, of whatever kind, to every component of its screen. */
export const provideOpenBoard = (open: OpenBoard): void => provide(openKey, open);

/** The open board, of whatever kind; only inside its screen. */
export function useOpenBoardContext(): OpenBoard {
  const open = inject(openKey);
  if (!open) throw new Error("useOpenBoardContext is for components inside a board’s screen");
  return open;
}

/** Gives an open SWOT to every component of its screen. */
export function provideBoard(screen: BoardScreen): void {
  provideOpenBoard(screen);
  provide(key, screen);
}

/** The open SWOT; only inside its screen. */
export function useBoardContext(): BoardScreen {
  const screen = inject(key);
  if (!screen) throw new Error("useBoardContext is for components inside a SWOT’s screen");
  return screen;
}
