import { newItemId } from "@tavolo/schema";
import { shallowRef, type ShallowRef } from "vue";
import { type SharedViewState, useSharedViewState } from "../view-state.ts";

/** One item by collection and id. */
export interface ItemPlace {
  readonly collection: string;
  readonly id: string;
}

/** An item that is being begun: it comes to the board with its first words, carrying these fields. */
export interface KindDraft extends ItemPlace {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What this person has open on the screen of a board of any kind but the SWOT. */
export interface KindViewState extends SharedViewState {
  /** The item that is open as a card beside the view, perhaps at one of its fields. */
  readonly card: ShallowRef<(ItemPlace & { readonly field?: string }) | null>;
  /** What is being begun in the open card; nothing of it is on the board yet. */
  readonly draft: ShallowRef<KindDraft | null>;
  /** Opens a card for a new item, such as one of a section. */
  begin(collection: string, fields?: KindDraft["fields"]): void;
  /** The item that has, or last had, the keyboard. */
  readonly current: ShallowRef<ItemPlace | null>;
  /** Words that an item has to hold to be shown. */
  readonly words: ShallowRef<string>;
}

/** See `KindViewState`. */
export function useKindViewState(): KindViewState {
  const card: KindViewState["card"] = shallowRef(null);
  const draft = shallowRef<KindDraft | null>(null);
  return {
    ...useSharedViewState(),
    card,
    draft,
    begin(collection, fields = {}) {
      draft.value = { collection, id: newItemId(), fields };
      card.value = { collection, id: draft.value.id };
    },
    current: shallowRef(null),
    words: shallowRef(""),
  };
}
