import { watch } from "vue";
import { useI18n } from "vue-i18n";
import { announce } from "../ui/announcer.ts";
import { useOpenBoardContext } from "./board-context.ts";

/** How long after opening a board people who were there before are no news. */
const SETTLING_MS = 4_000;

/** Says who came to the board, where it shows names. */
export function usePresenceNews(): void {
  const { t } = useI18n();
  const { presence } = useOpenBoardContext();
  const since = performance.now();

  watch(presence.people, (now, before) => {
    if (performance.now() - since < SETTLING_MS) return;
    const known = new Set(before.map(({ id }) => id));
    const names = now.flatMap(({ id, name }) => (known.has(id) || name === null ? [] : [name]));
    if (names.length > 0) announce(t("boards.news.joined", { names: names.join(", ") }));
  });
}
