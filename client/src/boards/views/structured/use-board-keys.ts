import { useEventListener } from "@vueuse/core";
import type { Ref } from "vue";
import { sectionCodes, type SectionCode } from "../../../ui/sections.ts";
import { useBoardContext } from "../../board-context.ts";
import type { provideRoving } from "./roving.ts";
import { useGroupCommands } from "./use-group-commands.ts";
import { useNoteCommands } from "./use-note-commands.ts";
import { useTypingGuard } from "./use-typing-guard.ts";

interface KeysOptions {
  readonly root: Readonly<Ref<HTMLElement | null>>;
  readonly roving: ReturnType<typeof provideRoving>;
  readonly addIn: (section: SectionCode) => void;
  readonly jump: (section: SectionCode) => void;
  readonly find: () => void;
}

/**
 * The keys of the board. Single letters can be switched off (they get in the way of speech input), and never act
 * while somebody writes, a menu or a dialog is open.
 */
export function useBoardKeys({ root, roving, addIn, jump, find }: KeysOptions): void {
  const { content, permissions, redoLast, undoLast, view } = useBoardContext();
  const notes = useNoteCommands(roving);
  const groups = useGroupCommands(roving);
  const wasMeantForField = useTypingGuard();

  const onNote = (id: string, key: string): boolean => {
    const may = permissions.on("note", "edit", id).allowed;
    if (key === "d") notes.details(id);
    else if (!may) return false;
    else if (key === "enter") view.edit(id);
    else if (key === "m") view.openMenu(id, "move");
    else if (key === "g") view.openMenu(id, "group");
    else if (key === "delete" || key === "backspace") notes.remove(id);
    else return false;
    return true;
  };

  const onGroup = (id: string, key: string): boolean => {
    if (!permissions.on("cluster", "edit", id).allowed) return false;
    if (key === "enter") view.edit(id);
    else if (key === "m") view.openMenu(id, "more");
    else if (key === "delete" || key === "backspace") groups.remove(id);
    else return false;
    return true;
  };

  function onPage(key: string): boolean {
    const section = sectionCodes[Number(key) - 1];
    if (section) jump(section);
    else if (key === "n") addIn(view.section.value);
    else if (key === "f") find();
    else if (key === "?") view.dialog.value = { kind: "keys" };
    else return false;
    return true;
  }

  /** Arrows, on a stop itself and on the buttons inside it. */
  function onArrow(event: KeyboardEvent, stop: HTMLElement): boolean {
    const { key, shiftKey } = event;
    const id = stop.dataset.stop ?? "";
    const isVertical = key === "ArrowDown" || key === "ArrowUp";
    const by = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
    if (isVertical && shiftKey) {
      if (content.notes.has(id)) notes.reorder(id, by);
      else if (content.clusters.has(id)) groups.reorder(id, by);
      else return false;
      return true;
    }
    if (isVertical) roving.step(stop, by);
    else if (key === "ArrowRight" || key === "ArrowLeft") roving.inside(stop, by);
    else if (key === "Home" || key === "End") roving.edge(key === "End");
    else return false;
    return true;
  }

  useEventListener(document, "keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || view.dialog.value || view.menu.size > 0) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]")) return;

    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === "z") {
        event.preventDefault();
        if (event.shiftKey) redoLast();
        else undoLast();
      } else if (key === "k") {
        event.preventDefault();
        view.dialog.value = { kind: "commands" };
      }
      return;
    }
    if (event.altKey) return;
    if (wasMeantForField(event)) {
      event.preventDefault();
      return;
    }

    const stop = root.value?.contains(target) ? target.closest<HTMLElement>("[data-stop]") : null;
    if (stop && onArrow(event, stop)) {
      event.preventDefault();
      return;
    }
    const isLetter = key.length === 1;
    if (isLetter && !view.singleKeys.value) return;
    // A button inside a row takes Enter for itself.
    const isOnStop = stop === target;
    const id = stop?.dataset.stop ?? "";
    const isTaken =
      (isOnStop && content.notes.has(id) && onNote(id, key)) ||
      (isOnStop && content.clusters.has(id) && onGroup(id, key)) ||
      (isLetter && onPage(key));
    if (isTaken) event.preventDefault();
  });
}
