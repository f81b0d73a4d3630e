import { type BoardDefinition, inLanguage } from "@tavolo/schema";
import { computed, onScopeDispose } from "vue";
import { useI18n } from "vue-i18n";
import { uiLanguage } from "../../i18n/i18n.ts";
import { announce } from "../../ui/announcer.ts";
import type { OpenBoard } from "../use-open-board.ts";
import { useStandingNews } from "../use-standing-news.ts";
import type { KindChange, KindListener } from "./kind-content.ts";
import type { KindViewState } from "./kind-view-state.ts";

/** How long additions are gathered into one sentence. */
const GATHER_MS = 1_000;

interface NewsOptions extends Pick<OpenBoard, "board" | "standing" | "tell"> {
  readonly view: KindViewState;
  readonly definition: BoardDefinition;
}

/** Tells what others do in few sentences: how many items came, and what happened to the one that one is on. */
export function useKindNews({ board, standing, tell, view, definition }: NewsOptions): KindListener {
  const { t } = useI18n();
  const added = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellAdded(): void {
    timer = undefined;
    for (const [collection, n] of added) {
      const names = definition.collections[collection]?.names;
      const what = names ? inLanguage(n === 1 ? names.one : names.many, uiLanguage.value) : collection;
      announce(t("kinds.news.added", { n, what }, n));
    }
    added.clear();
  }

  function follow({ collection, id, before, now }: KindChange): void {
    if (now && !now.removed && (!before || before.removed)) {
      added.set(collection, (added.get(collection) ?? 0) + 1);
      timer ??= setTimeout(tellAdded, GATHER_MS);
    }
    const isHere = view.current.value?.id === id || view.card.value?.id === id;
    if (!isHere) return;
    if (before && !before.removed && now?.removed) tell(t("kinds.news.removedUnderYou"));
    else if (before && now && before.section !== now.section) announce(t("kinds.news.yoursMoved"));
  }

  useStandingNews({ board, boardState: computed(() => standing.value.boardState) });
  onScopeDispose(() => clearTimeout(timer));

  return (changes, transaction) => {
    if (transaction.local || !board.synced.value) return;
    for (const change of changes) follow(change);
  };
}
