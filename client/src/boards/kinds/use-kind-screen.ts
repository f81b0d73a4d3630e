import type { BoardDefinition } from "@tavolo/schema";
import type { ComputedRef } from "vue";
import { useI18n } from "vue-i18n";
import { toastFailed } from "../../ui/toasts.ts";
import { type BoardDetails, type OpenBoard, useOpenBoard } from "../use-open-board.ts";
import { kindActions, type KindActions } from "./kind-actions.ts";
import { kindAuthors } from "./kind-authors.ts";
import { type KindContent, useKindContent } from "./kind-content.ts";
import { type KindViewState, useKindViewState } from "./kind-view-state.ts";
import { type Decisions, useDecisions } from "./use-decisions.ts";
import { useKindNews } from "./use-kind-news.ts";

/** Everything the components of one open board of any kind but the SWOT work with. */
export interface KindScreen extends OpenBoard {
  /** The board’s own declaration: its kind’s, with the words of its template. */
  readonly definition: BoardDefinition;
  readonly content: KindContent;
  readonly decisions: Decisions;
  readonly actions: KindActions;
  readonly view: KindViewState;
}

/** Opens the board and brings its parts together; everything ends with the calling component. */
export function useKindScreen(details: ComputedRef<BoardDetails>, definition: BoardDefinition): KindScreen {
  const { t } = useI18n();
  const view = useKindViewState();
  const open = useOpenBoard({
    details,
    collections: Object.keys(definition.collections),
    authorsFrom: kindAuthors,
    view,
    actWords: (label) => t(`kinds.act.${label}`),
  });
  const { board, undo, authors, permissions } = open;
  const decisions = useDecisions(definition, details.value.id, board);
  const news = useKindNews({ ...open, view, definition });
  const content = useKindContent(definition, board.doc, decisions, news);
  const actions = kindActions({
    definition,
    doc: board.doc,
    content,
    undo,
    authors,
    permissions,
    refuse: (code) => toastFailed(t(`errors.${code}`)),
  });
  return { ...open, definition, content, decisions, actions };
}
