import { type AnyItem, type BoardDefinition, readBoard } from "@tavolo/schema";
import { shallowReadonly, shallowRef, type ShallowRef } from "vue";
import { type KeptAside, readKeptAside } from "../../sync/kept-aside.ts";

/** An item as its author left it. */
export interface KeptKindItem {
  readonly collection: string;
  readonly item: AnyItem;
}

/** Reads what was kept aside: the items that were not saved, as they were; null until that is read. */
export function useKeptKindItems(
  definition: BoardDefinition,
  kept: KeptAside,
): Readonly<ShallowRef<readonly KeptKindItem[] | null>> {
  const items = shallowRef<readonly KeptKindItem[] | null>(null);
  void read();
  return shallowReadonly(items);

  async function read(): Promise<void> {
    const doc = await readKeptAside(kept.store);
    const content: Readonly<Record<string, unknown>> = readBoard(definition, doc);
    doc.destroy();
    const unsaved = new Set(kept.items);
    items.value = Object.keys(definition.collections).flatMap((collection) =>
      (content[collection] as readonly AnyItem[])
        .filter(({ id }) => unsaved.has(`${collection}/${id}`))
        .map((item) => ({ collection, item })),
    );
  }
}
