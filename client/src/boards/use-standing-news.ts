import type { BoardCondition } from "@tavolo/schema";
import { type Ref, watch } from "vue";
import { useI18n } from "vue-i18n";
import type { Board } from "../sync/use-board.ts";
import { announce } from "../ui/announcer.ts";

interface StandingNewsOptions {
  readonly board: Board;
  readonly boardState: Readonly<Ref<BoardCondition>>;
}

/** Says when the board is frozen or opened, when one may write or not any more, and what becomes of the connection. */
export function useStandingNews({ board, boardState }: StandingNewsOptions): void {
  const { t } = useI18n();
  let away = false;

  watch(boardState, (state) => announce(t(`boards.news.${state}`)));
  watch(
    () => board.access.value?.canWrite,
    (may, before) => {
      if (before === undefined || boardState.value !== "open") return;
      announce(t(may ? "boards.news.writable" : "boards.news.readOnly"));
    },
  );
  // The connection matters to everybody who has something to lose: said once it is away, and when it is back.
  watch(
    () => board.status.value.kind,
    (kind) => {
      if (kind === "offline" || kind === "unsaved") {
        if (!away) announce(t(`boards.news.${kind}`));
        away = true;
      } else if (kind === "saved") {
        if (away) announce(t("boards.news.back"));
        away = false;
      }
    },
  );
}
