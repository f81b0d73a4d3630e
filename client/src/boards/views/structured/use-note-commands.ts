import { type SwotNote, type SwotSection } from "@tavolo/schema";
import { useI18n } from "vue-i18n";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { announce } from "../../../ui/announcer.ts";
import { useBoardContext } from "../../board-context.ts";
import { groupName } from "../../note-words.ts";
import { sectionWords } from "../../section-words.ts";
import { type Roving, useRoving } from "./roving.ts";

/** What menus and keys do with one note, with a sentence about it and a way back. */
export interface NoteCommands {
  moveTo(id: string, section: SwotSection): void;
  putInGroup(id: string, groupId: string | null): void;
  newGroup(id: string): void;
  /** One place up or down among the notes it stands with. */
  reorder(id: string, by: 1 | -1): void;
  details(id: string): void;
  remove(id: string): void;
}

/** `roving` is given by the view itself, which provides it to everything inside. */
export function useNoteCommands(roving: Roving = useRoving()): NoteCommands {
  const { t } = useI18n();
  const { actions, content, tell, view, writingLanguage } = useBoardContext();

  /** A row that went elsewhere is a new row there: the keyboard goes along. */
  function done(id: string, sentence: string): void {
    tell(sentence, true);
    roving.focus(id);
  }

  /** The notes of its tray, or of its section where trays are not shown. */
  function companions(note: SwotNote): readonly string[] {
    const layout = content.sections.value.find(({ section }) => section === note.section);
    if (!layout) return [];
    if (view.order.value === "order") return layout.all;
    return layout.groups.find(({ id }) => id === note.cluster)?.noteIds ?? layout.loose;
  }

  return {
    moveTo(id, section) {
      view.closeMenu();
      if (content.notes.get(id)?.section === section) return;
      const { name } = sectionWords(section, uiLanguage.value);
      if (actions.moveNote(id, { section })) done(id, t("boards.did.moved", { section: name }));
    },
    putInGroup(id, groupId) {
      view.closeMenu();
      if (content.notes.get(id)?.cluster === groupId) return;
      if (!actions.moveNote(id, { cluster: groupId }, groupId === null ? "ungrouped" : "grouped")) return;
      const group = groupId === null ? undefined : content.clusters.get(groupId);
      if (!group) done(id, t("boards.did.ungrouped"));
      else {
        const { text } = groupName(group, uiLanguage.value, view.inMyLanguage.value);
        done(id, t("boards.did.grouped", { group: text || t("boards.group.unnamed") }));
      }
    },
    newGroup(id) {
      view.closeMenu();
      const note = content.notes.get(id);
      if (!note) return;
      const groupId = actions.addGroup(note.section, writingLanguage.value, [id]);
      if (groupId === null) return;
      announce(t("boards.did.groupAdded"));
      view.edit(groupId);
    },
    reorder(id, by) {
      const note = content.notes.get(id);
      if (!note) return;
      const list = companions(note);
      const place = list.indexOf(id);
      const neighbour = list[place + by];
      if (neighbour === undefined) {
        announce(t(by < 0 ? "boards.did.alreadyFirst" : "boards.did.alreadyLast"));
        return;
      }
      const to = by < 0 ? { before: neighbour } : { after: neighbour };
      if (actions.moveNote(id, to, "reordered")) {
        announce(t("boards.did.reordered", { place: place + by + 1, total: list.length }));
        roving.focus(id);
      }
    },
    details(id) {
      view.dialog.value = { kind: "details", id };
    },
    remove(id) {
      view.closeMenu();
      const next = roving.neighbour(id);
      if (actions.removeNote(id)) {
        tell(t("boards.did.removed"), true);
        if (next !== null) roving.focus(next);
      }
    },
  };
}
