import { newItemId } from "@tavolo/schema";
import { computed, type ComputedRef } from "vue";
import { useI18n } from "vue-i18n";
import { uiLanguage } from "../i18n/i18n.ts";
import { sectionCodes } from "../ui/sections.ts";
import { useBoardContext } from "./board-context.ts";
import { redoKeys, undoKeys } from "./key-table.ts";
import { excerpt, shownText } from "./note-words.ts";
import { sectionWords } from "./section-words.ts";

/** Something a person can do now, by its name. */
export interface Command {
  readonly name: string;
  readonly label: string;
  readonly keys?: string;
  run(): void;
}

/** What the palette offers: what is possible here and now, the note under the keyboard first. */
export function useCommands(): ComputedRef<readonly Command[]> {
  const { t } = useI18n();
  const { actions, content, permissions, redoLast, standing, tell, undo, undoLast, view } = useBoardContext();

  function ofNote(): Command[] {
    const note = content.notes.get(view.current.value ?? "");
    if (!note || note.removed) return [];
    const named = excerpt(shownText(note.text, note, uiLanguage.value, view.inMyLanguage.value).text, 30);
    const details: Command = {
      name: "details",
      label: t("boards.commands.details", { note: named }),
      keys: "D",
      run: () => void (view.dialog.value = { kind: "details", id: note.id }),
    };
    if (!permissions.on("note", "edit", note.id).allowed) return [details];
    return [
      {
        name: "edit",
        label: t("boards.commands.edit", { note: named }),
        keys: "Enter",
        run: () => view.edit(note.id),
      },
      {
        name: "move",
        label: t("boards.commands.move", { note: named }),
        keys: "M",
        run: () => view.openMenu(note.id, "move"),
      },
      details,
      {
        name: "remove",
        label: t("boards.commands.remove", { note: named }),
        keys: t("boards.keys.delete"),
        run: () => {
          if (actions.removeNote(note.id)) tell(t("boards.did.removed"), true);
        },
      },
    ];
  }

  function ofBoard(): Command[] {
    const open =
      (kind: "bin" | "filter" | "keys" | "people" | "settings" | "freeze" | "reopen" | "takeAway") => () => {
        view.dialog.value = { kind };
      };
    const adding = permissions.add().allowed
      ? sectionCodes.map((section) => ({
          name: `add-${section}`,
          label: t("boards.section.addTo", { section: sectionWords(section, uiLanguage.value).name }),
          run: () => {
            const id = newItemId();
            view.draft.value = { id, section };
            view.edit(id);
          },
        }))
      : [];
    const isFrozen = standing.value.boardState === "frozen";
    return [
      ...adding,
      ...(undo.canUndo.value
        ? [{ name: "undo", label: t("boards.menu.undo"), keys: undoKeys, run: undoLast }]
        : []),
      ...(undo.canRedo.value
        ? [{ name: "redo", label: t("boards.menu.redo"), keys: redoKeys, run: redoLast }]
        : []),
      { name: "filter", label: t("boards.filter.title"), run: open("filter") },
      { name: "bin", label: t("boards.bin.title"), run: open("bin") },
      { name: "people", label: t("boards.people.title"), run: open("people") },
      { name: "take-away", label: t("boards.takeAway"), run: open("takeAway") },
      { name: "keys", label: t("boards.keys.title"), keys: "?", run: open("keys") },
      ...(permissions.update().allowed
        ? [{ name: "settings", label: t("boards.settings.title"), run: open("settings") }]
        : []),
      ...(!isFrozen && permissions.freeze().allowed
        ? [{ name: "freeze", label: t("boards.state.freeze.title"), run: open("freeze") }]
        : []),
      ...(isFrozen && permissions.reopen().allowed
        ? [{ name: "reopen", label: t("boards.state.reopen.title"), run: open("reopen") }]
        : []),
    ];
  }

  return computed(() => [...ofNote(), ...ofBoard()]);
}
