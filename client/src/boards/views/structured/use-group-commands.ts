import type { SwotSection } from "@tavolo/schema";
import { useI18n } from "vue-i18n";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { announce } from "../../../ui/announcer.ts";
import { useBoardContext } from "../../board-context.ts";
import { sectionWords } from "../../section-words.ts";
import { type Roving, useRoving } from "./roving.ts";

/** What menus and keys do with one group. */
export interface GroupCommands {
  add(section: SwotSection): void;
  moveTo(id: string, section: SwotSection): void;
  reorder(id: string, by: 1 | -1): void;
  remove(id: string): void;
}

export function useGroupCommands(roving: Roving = useRoving()): GroupCommands {
  const { t } = useI18n();
  const { actions, content, tell, view, writingLanguage } = useBoardContext();

  return {
    add(section) {
      const id = actions.addGroup(section, writingLanguage.value, []);
      if (id === null) return;
      announce(t("boards.did.groupAdded"));
      view.edit(id);
    },
    moveTo(id, section) {
      view.closeMenu();
      if (content.clusters.get(id)?.section === section) return;
      const { name } = sectionWords(section, uiLanguage.value);
      if (!actions.moveGroup(id, { section })) return;
      tell(t("boards.did.groupMoved", { section: name }), true);
      roving.focus(id);
    },
    reorder(id, by) {
      const group = content.clusters.get(id);
      const layout = content.sections.value.find(({ section }) => section === group?.section);
      const ids = layout?.groups.map((tray) => tray.id) ?? [];
      const place = ids.indexOf(id);
      const neighbour = ids[place + by];
      if (neighbour === undefined) {
        announce(t(by < 0 ? "boards.did.alreadyFirst" : "boards.did.alreadyLast"));
        return;
      }
      if (actions.moveGroup(id, by < 0 ? { before: neighbour } : { after: neighbour })) {
        announce(t("boards.did.reordered", { place: place + by + 1, total: ids.length }));
        roving.focus(id);
      }
    },
    remove(id) {
      view.closeMenu();
      const next = roving.neighbour(id);
      if (!actions.removeGroup(id)) return;
      tell(t("boards.did.groupRemoved"), true);
      if (next !== null) roving.focus(next);
    },
  };
}
