import type { BoardCondition, SwotSection } from "@tavolo/schema";
import { onScopeDispose, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import type { Board } from "../sync/use-board.ts";
import { uiLanguage } from "../i18n/i18n.ts";
import { announce } from "../ui/announcer.ts";
import type { ContentListener, NoteChange } from "./board-content.ts";
import { sectionWords } from "./section-words.ts";
import { useStandingNews } from "./use-standing-news.ts";
import type { ViewState } from "./view-state.ts";

/** How long additions are gathered into one sentence. */
const GATHER_MS = 1_000;

interface NewsOptions {
  readonly board: Board;
  readonly view: ViewState;
  readonly boardState: Readonly<Ref<BoardCondition>>;
  readonly tell: (sentence: string) => void;
}

/**
 * Tells what others do in few sentences: how many notes came where, and what happened to the item one is on.
 * Nothing is said of the board’s first load.
 */
export function useContentNews({ board, view, boardState, tell }: NewsOptions): ContentListener {
  const { t } = useI18n();
  const added = new Map<SwotSection, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const name = (section: SwotSection) => sectionWords(section, uiLanguage.value).name;

  function tellAdded(): void {
    timer = undefined;
    for (const [section, n] of added) announce(t("boards.news.added", { n, section: name(section) }, n));
    added.clear();
  }

  function follow({ id, before, now }: NoteChange): void {
    const arrived = now && !now.removed && (!before || before.removed);
    if (arrived) {
      added.set(now.section, (added.get(now.section) ?? 0) + 1);
      timer ??= setTimeout(tellAdded, GATHER_MS);
    }
    if (view.current.value !== id && !view.editing.has(id)) return;
    if (before && !before.removed && now?.removed) {
      if (view.editing.has(id)) tell(t("boards.removedUnderYou"));
      else announce(t("boards.news.yourNoteRemoved"));
    } else if (before && now && before.section !== now.section) {
      announce(t("boards.news.yourNoteMoved", { section: name(now.section) }));
    }
  }

  useStandingNews({ board, boardState });
  onScopeDispose(() => clearTimeout(timer));

  return (changes, transaction) => {
    if (transaction.local || !board.synced.value) return;
    for (const change of changes) follow(change);
  };
}
