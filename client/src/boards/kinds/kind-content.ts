import {
  type AnyItem,
  type BoardDefinition,
  isItemRef,
  readBoard,
  readDecisions,
  readingOrder,
  readItemFields,
} from "@tavolo/schema";
import { computed, onScopeDispose, shallowReactive, shallowRef, toRaw, triggerRef } from "vue";
import type * as Y from "yjs";
import { type ItemChange, observeItems } from "../../sync/item-changes.ts";
import type { Decisions } from "./use-decisions.ts";

/** The board as the views show it. What shows one item depends on its own entry of the map alone. */
export interface KindContent {
  /** The items of a collection by id, those in the bin too. */
  itemsOf(collection: string): ReadonlyMap<string, AnyItem>;
  /** One item, wherever it lies. */
  find(id: string): { readonly collection: string; readonly item: AnyItem } | null;
  /** Ids of what is on the board, by section, rank and id. */
  orderOf(collection: string): readonly string[];
}

/** An item before and after a transaction; undefined where it was not there. */
export interface KindChange {
  readonly collection: string;
  readonly id: string;
  readonly before: AnyItem | undefined;
  readonly now: AnyItem | undefined;
}

/** What somebody (perhaps this person) did, for announcements. */
export type KindListener = (changes: readonly KindChange[], transaction: Y.Transaction) => void;

/** A change of these moves something; of the others only the item itself looks different. */
const PLACING = new Set(["section", "rank", "removed"]);

/**
 * Reads the document once, then item by item as it changes; total reading makes sense of whatever stands there. What
 * was decided about an item stands among its fields from when the server has told it.
 */
export function useKindContent(
  definition: BoardDefinition,
  doc: Y.Doc,
  decisions: Decisions,
  onChanged: KindListener = () => {},
): KindContent {
  const collections = Object.keys(definition.collections);
  const whole: Readonly<Record<string, unknown>> = readBoard(definition, doc);
  const byCollection = new Map(
    collections.map((name) => {
      const items = whole[name] as readonly AnyItem[];
      return [name, shallowReactive(new Map(items.map((item) => [item.id, item])))] as const;
    }),
  );
  const places = new Map(collections.map((name) => [name, shallowRef(0)]));
  const inOrder = readingOrder(definition);
  const orders = new Map(
    collections.map((name) => [
      name,
      computed(() => {
        void places.get(name)?.value;
        return [...toRaw(itemsOf(name)).values()]
          .filter(({ removed }) => !removed)
          .sort(inOrder)
          .map(({ id }) => id);
      }),
    ]),
  );

  function itemsOf(collection: string): Map<string, AnyItem> {
    const items = byCollection.get(collection);
    if (!items) throw new Error(`A ${definition.kind} board has no ${collection}.`);
    return items;
  }

  function decidedAbout(collection: string, id: string): object {
    const declared = definition.collections[collection];
    const row = decisions.of(collection, id);
    return declared && row ? readDecisions(declared, row) : {};
  }

  function read(collection: string, id: string): void {
    const item = readItemFields(definition, doc, collection, id);
    if (item) itemsOf(collection).set(id, { ...item, ...decidedAbout(collection, id) });
    else itemsOf(collection).delete(id);
  }

  /** Pointers read as null while what they point to is away. */
  function readPointersTo(collection: string): void {
    for (const [name, { fields }] of Object.entries(definition.collections)) {
      const points = Object.values(fields).some(
        (field) => isItemRef(field) && field.collection === collection,
      );
      if (points) for (const id of itemsOf(name).keys()) read(name, id);
    }
  }

  function apply(changes: readonly ItemChange[], transaction: Y.Transaction): void {
    const changed: KindChange[] = [];
    for (const { collection, id, fields } of changes) {
      const before = toRaw(itemsOf(collection)).get(id);
      read(collection, id);
      if (fields.size === 0 || [...fields].some((field) => PLACING.has(field))) {
        readPointersTo(collection);
        const place = places.get(collection);
        if (place) triggerRef(place);
      }
      changed.push({ collection, id, before, now: toRaw(itemsOf(collection)).get(id) });
    }
    if (changed.length > 0) onChanged(changed, transaction);
  }

  onScopeDispose(observeItems(doc, collections, apply));
  decisions.onChanged((collection, id) => {
    if (itemsOf(collection).has(id)) read(collection, id);
  });
  decisions.onRead(() => {
    for (const [name, { decided }] of Object.entries(definition.collections)) {
      if (decided) for (const id of itemsOf(name).keys()) read(name, id);
    }
  });

  return {
    itemsOf,
    find(id) {
      for (const collection of collections) {
        const item = itemsOf(collection).get(id);
        if (item) return { collection, item };
      }
      return null;
    },
    orderOf: (collection) => orders.get(collection)?.value ?? [],
  };
}
