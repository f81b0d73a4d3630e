import type { SwotSection } from "@tavolo/schema";
import { useStorage } from "@vueuse/core";
import {
  computed,
  type ComputedRef,
  shallowReactive,
  type ShallowReactive,
  shallowRef,
  type ShallowRef,
} from "vue";
import type { HeldPlace } from "./board-layout.ts";
import { noFilter, type NoteFilter } from "./note-filter.ts";

/** A note that is being begun: it comes to the board with its first words. */
export interface Draft {
  readonly id: string;
  readonly section: SwotSection;
}

/** `group` is `move` with the keyboard on its groups. */
export type RowMenu = "move" | "group" | "more";

export type BoardDialog =
  | { readonly kind: "details"; readonly id: string }
  | {
      readonly kind:
        | "bin"
        | "keys"
        | "commands"
        | "people"
        | "filter"
        | "freeze"
        | "reopen"
        | "settings"
        | "takeAway";
    };

/** By group, as trays; or by order, as one list for each section. */
export type NoteOrder = "group" | "order";

/** What this person has open on the screen of any board; nothing of it is in the document. */
export interface SharedViewState {
  /** Items are shown in the language of the interface where they were translated. */
  readonly inMyLanguage: ShallowRef<boolean>;
  readonly singleKeys: ShallowRef<boolean>;
  /** The one item being written in; a row asks the map for its own id alone. */
  readonly editing: ShallowReactive<Map<string, true>>;
  readonly dialog: ShallowRef<BoardDialog | null>;
  readonly editingId: ComputedRef<string | null>;
  edit(id: string): void;
  stopEditing(): void;
}

/** The same of a SWOT. */
export interface ViewState extends SharedViewState {
  readonly filter: ShallowRef<NoteFilter>;
  readonly order: ShallowRef<NoteOrder>;
  readonly draft: ShallowRef<Draft | null>;
  readonly menu: ShallowReactive<Map<string, RowMenu>>;
  /** The section in which a new note begins. */
  readonly section: ShallowRef<SwotSection>;
  /** The item that has, or last had, the keyboard’s focus. */
  readonly current: ShallowRef<string | null>;
  /** Where the note being written in stood when that began: there it stays until the end. */
  readonly held: ShallowRef<HeldPlace | null>;
  openMenu(id: string, menu: RowMenu): void;
  closeMenu(): void;
}

/** What is remembered on this device is kept apart from what belongs to this visit. */
export function useSharedViewState(): SharedViewState {
  const editing = shallowReactive(new Map<string, true>());
  return {
    inMyLanguage: useStorage("tavolo.board.in-my-language", true),
    singleKeys: useStorage("tavolo.board.single-keys", true),
    editing,
    dialog: shallowRef(null),
    editingId: computed(() => editing.keys().next().value ?? null),
    edit(id) {
      if (editing.has(id)) return;
      editing.clear();
      editing.set(id, true);
    },
    stopEditing: () => editing.clear(),
  };
}

/** The same of a SWOT. */
export function useViewState(): ViewState {
  const menu = shallowReactive(new Map<string, RowMenu>());
  return {
    ...useSharedViewState(),
    filter: shallowRef(noFilter),
    order: useStorage<NoteOrder>("tavolo.board.order", "group"),
    draft: shallowRef(null),
    menu,
    section: shallowRef("S"),
    current: shallowRef(null),
    held: shallowRef(null),
    openMenu(id, kind) {
      menu.clear();
      menu.set(id, kind);
    },
    closeMenu: () => menu.clear(),
  };
}
