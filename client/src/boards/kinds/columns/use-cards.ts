import { useEventListener } from "@vueuse/core";
import { inject, type InjectionKey, provide, type Ref, shallowRef, type ShallowRef } from "vue";
import { useI18n } from "vue-i18n";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { announce } from "../../../ui/announcer.ts";
import { provideRoving } from "../../views/structured/roving.ts";
import { useKindContext } from "../kind-context.ts";
import { placesOf } from "./places-of.ts";

/** What can be done with the cards of a view, by its keys and by the menus of the cards alike. */
export interface Cards {
  /** The item whose menu is open. */
  readonly menu: ShallowRef<string | null>;
  /** Puts the keyboard on a card at once. */
  focus(id: string): void;
  open(id: string): void;
  remove(id: string): void;
  /** One place up or down among what is shown beside it. */
  reorder(id: string, by: 1 | -1): void;
  /** Into another section, or to another side. */
  put(id: string, place: string): void;
  /** The cards that stand in one list with it, as shown. */
  peersOf(id: string): readonly string[];
}

const key: InjectionKey<Cards> = Symbol("cards");

export function useCards(): Cards {
  const cards = inject(key);
  if (!cards) throw new Error("useCards is for components inside a view of cards");
  return cards;
}

/**
 * Makes all cards of a view one tab stop: arrows go through them, Enter opens, Delete removes, M has the places they
 * can go to, and with Shift the arrows move the card itself.
 */
export function provideCards(root: Readonly<Ref<HTMLElement | null>>): Cards {
  const { t } = useI18n();
  const { actions, content, definition, presence, tell, view } = useKindContext();
  const menu = shallowRef<string | null>(null);
  const collectionOf = (id: string) => content.find(id)?.collection ?? "";
  const roving = provideRoving({
    root,
    onCurrent: (id) => (view.current.value = { collection: collectionOf(id), id }),
  });
  const find = (id: string) =>
    root.value?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(id)}"]`) ?? null;

  const cards: Cards = {
    menu,
    focus: (id) => find(id)?.focus(),
    open(id) {
      view.card.value = { collection: collectionOf(id), id };
    },
    remove(id) {
      const next = roving.neighbour(id);
      if (!actions.remove(collectionOf(id), [id])) return;
      if (view.card.value?.id === id) view.card.value = null;
      tell(t("kinds.did.removed"), true);
      if (next !== null) roving.focus(next);
    },
    reorder(id, by) {
      const peers = cards.peersOf(id);
      const other = peers[peers.indexOf(id) + by];
      if (other === undefined) {
        announce(t(by < 0 ? "kinds.card.alreadyFirst" : "kinds.card.alreadyLast"));
        return;
      }
      if (!actions.move(collectionOf(id), id, by < 0 ? { before: other } : { after: other })) return;
      announce(t("kinds.card.place", { place: peers.indexOf(other) + 1, total: peers.length }));
      roving.focus(id);
    },
    put(id, place) {
      const collection = collectionOf(id);
      const field = placesOf(definition, collection, uiLanguage.value)?.field;
      if (field === undefined) return;
      const isDone =
        field === "section"
          ? actions.move(collection, id, { section: place })
          : actions.set(collection, id, { [field]: place });
      if (!isDone) return;
      tell(t("kinds.did.moved"), true);
      roving.focus(id);
    },
    peersOf: (id) =>
      [...(find(id)?.parentElement?.children ?? [])].flatMap((card) =>
        card instanceof HTMLElement && card.dataset.stop ? [card.dataset.stop] : [],
      ),
  };
  provide(key, cards);

  function putAside(id: string, by: 1 | -1): void {
    const collection = collectionOf(id);
    const placing = placesOf(definition, collection, uiLanguage.value);
    if (!placing) return;
    const here = content.itemsOf(collection).get(id)?.[placing.field];
    const place = placing.places[placing.places.findIndex((one) => one.key === here) + by];
    if (place) cards.put(id, place.key);
  }

  function onArrow({ key: name, shiftKey }: KeyboardEvent, stop: HTMLElement, id: string): boolean {
    const by = name === "ArrowDown" || name === "ArrowRight" ? 1 : -1;
    const isVertical = name === "ArrowDown" || name === "ArrowUp";
    if (!isVertical && name !== "ArrowLeft" && name !== "ArrowRight") return false;
    if (shiftKey) (isVertical ? cards.reorder : putAside)(id, by);
    else if (isVertical) roving.step(stop, by);
    else roving.inside(stop, by);
    return true;
  }

  function onCard(event: KeyboardEvent, stop: HTMLElement, id: string): boolean {
    const isOnCard = event.target === stop;
    if (event.key === "Home" || event.key === "End") roving.edge(event.key === "End");
    else if (isOnCard && event.key === "Enter") cards.open(id);
    else if (isOnCard && (event.key === "Delete" || event.key === "Backspace")) cards.remove(id);
    else if (event.key.toLowerCase() === "m" && view.singleKeys.value) menu.value = id;
    else return onArrow(event, stop, id);
    return true;
  }

  useEventListener(root, "keydown", (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || menu.value !== null) return;
    if (!(event.target instanceof HTMLElement) || event.target.closest("input, textarea, select")) return;
    const stop = event.target.closest<HTMLElement>("[data-stop]");
    if (stop && onCard(event, stop, stop.dataset.stop ?? "")) event.preventDefault();
  });
  useEventListener(root, "focusin", ({ target }: FocusEvent) => {
    const id = target instanceof HTMLElement && target.closest<HTMLElement>("[data-stop]")?.dataset.stop;
    if (id) presence.moveTo({ itemId: id, field: "", anchor: null, head: null });
  });
  useEventListener(root, "focusout", ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || !root.value?.contains(relatedTarget)) presence.moveTo(null);
  });
  return cards;
}
