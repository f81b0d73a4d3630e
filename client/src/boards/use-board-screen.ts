import { swot } from "@tavolo/schema";
import { computed, type ComputedRef } from "vue";
import { useI18n } from "vue-i18n";
import { toastFailed } from "../ui/toasts.ts";
import { type BoardActions, boardActions } from "./board-actions.ts";
import { type BoardContent, useBoardContent } from "./board-content.ts";
import { swotAuthors } from "./swot-authors.ts";
import { useContentNews } from "./use-content-news.ts";
import { type BoardDetails, type OpenBoard, useOpenBoard } from "./use-open-board.ts";
import { useViewState, type ViewState } from "./view-state.ts";

/** Everything the components of one open SWOT work with. */
export interface BoardScreen extends OpenBoard {
  readonly content: BoardContent;
  readonly actions: BoardActions;
  readonly view: ViewState;
}

/** Opens the board and brings its parts together; everything ends with the calling component. */
export function useBoardScreen(details: ComputedRef<BoardDetails>): BoardScreen {
  const { t } = useI18n();
  const open = useOpenBoard({
    details,
    collections: Object.keys(swot.collections),
    authorsFrom: swotAuthors,
    view: useViewState(),
    actWords: (label) => t(`boards.act.${label}`),
  });
  const { board, view, undo, authors, permissions, standing, tell } = open;
  const boardState = computed(() => standing.value.boardState);
  const content = useBoardContent(board.doc, useContentNews({ board, view, boardState, tell }));
  const actions = boardActions({
    doc: board.doc,
    undo,
    authors,
    permissions,
    refuse: (code) => toastFailed(t(`errors.${code}`)),
  });
  return { ...open, content, actions };
}
