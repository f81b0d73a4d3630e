import type { SwotNote } from "@tavolo/schema";
import { computed, type ComputedRef, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { useBoardContext } from "../../board-context.ts";
import { groupName } from "../../note-words.ts";
import { sectionWords } from "../../section-words.ts";

/** What others did to a note while this person writes in it, in a sentence; empty if nothing. */
export function useMeanwhile(
  note: Readonly<Ref<SwotNote>>,
  isReadonly: Readonly<Ref<boolean>>,
): ComputedRef<string> {
  const { t } = useI18n();
  const { content, standing, view } = useBoardContext();

  return computed(() => {
    const { id, section, cluster, removed } = note.value;
    if (!view.editing.has(id)) return "";
    if (removed) return t("boards.held.removed");
    if (isReadonly.value) {
      const { boardState } = standing.value;
      return t(`boards.held.${boardState === "open" ? "readOnly" : boardState}`);
    }
    const held = view.held.value;
    if (held?.id !== id || !content.notes.has(id)) return "";
    if (section !== held.section) {
      return t("boards.held.moved", { section: sectionWords(section, uiLanguage.value).name });
    }
    if (cluster === held.group) return "";
    const group = cluster === null ? undefined : content.clusters.get(cluster);
    if (!group) return t("boards.held.ungrouped");
    const { text } = groupName(group, uiLanguage.value, view.inMyLanguage.value);
    return t("boards.held.grouped", { group: text || t("boards.group.unnamed") });
  });
}
