import { shallowRef, type ShallowRef } from "vue";
import { type SharedViewState, useSharedViewState } from "../view-state.ts";

/** One item by collection and id. */
export interface ItemPlace {
  readonly collection: string;
  readonly id: string;
}

/** What this person has open on the screen of a board of any kind but the SWOT. */
export interface KindViewState extends SharedViewState {
  /** The item that is open as a card beside the view, perhaps at one of its fields. */
  readonly card: ShallowRef<(ItemPlace & { readonly field?: string }) | null>;
  /** The item that has, or last had, the keyboard. */
  readonly current: ShallowRef<ItemPlace | null>;
  /** Words that an item has to hold to be shown. */
  readonly words: ShallowRef<string>;
}

/** See `KindViewState`. */
export function useKindViewState(): KindViewState {
  return {
    ...useSharedViewState(),
    card: shallowRef(null),
    current: shallowRef(null),
    words: shallowRef(""),
  };
}
