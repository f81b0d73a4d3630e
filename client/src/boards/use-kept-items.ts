import { readBoard, swot, type SwotCluster, type SwotNote } from "@tavolo/schema";
import { shallowReadonly, shallowRef, type ShallowRef } from "vue";
import { type KeptAside, readKeptAside } from "../sync/kept-aside.ts";

/** An item as its author left it. */
export type KeptItem =
  | { readonly kind: "note"; readonly item: SwotNote }
  | { readonly kind: "group"; readonly item: SwotCluster };

/** Reads what was kept aside: the items that were not saved, as they were. */
export function useKeptItems(kept: KeptAside): Readonly<ShallowRef<readonly KeptItem[] | null>> {
  const items = shallowRef<readonly KeptItem[] | null>(null);
  void read();
  return shallowReadonly(items);

  async function read(): Promise<void> {
    const doc = await readKeptAside(kept.store);
    const { notes, clusters } = readBoard(swot, doc);
    const unsaved = new Set(kept.items);
    items.value = [
      ...clusters
        .filter(({ id }) => unsaved.has(`clusters/${id}`))
        .map((item) => ({ kind: "group" as const, item })),
      ...notes
        .filter(({ id }) => unsaved.has(`notes/${id}`))
        .map((item) => ({ kind: "note" as const, item })),
    ];
    doc.destroy();
  }
}
