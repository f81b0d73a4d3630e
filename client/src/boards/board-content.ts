import { readBoard, readItem, swot, type SwotCluster, type SwotNote } from "@tavolo/schema";
import {
  computed,
  type ComputedRef,
  onScopeDispose,
  shallowReactive,
  shallowRef,
  toRaw,
  triggerRef,
} from "vue";
import type * as Y from "yjs";
import { type ItemChange, observeItems } from "../sync/item-changes.ts";
import { layOut, type SectionLayout } from "./board-layout.ts";

/** The board as the views show it. A note’s row depends on its own entry of the map alone. */
export interface BoardContent {
  readonly notes: ReadonlyMap<string, SwotNote>;
  readonly clusters: ReadonlyMap<string, SwotCluster>;
  readonly sections: ComputedRef<readonly SectionLayout[]>;
}

/** A change of these moves something; of the others only the item itself looks different. */
const placing = new Set(["section", "rank", "cluster", "removed"]);

/** What somebody (perhaps this person) did, for announcements. */
export type ContentListener = (changes: readonly NoteChange[], transaction: Y.Transaction) => void;

/** A note before and after a transaction; undefined where it was not there. */
export interface NoteChange {
  readonly id: string;
  readonly before: SwotNote | undefined;
  readonly now: SwotNote | undefined;
}

/** Reads the document once, then item by item as it changes; total reading makes sense of whatever stands there. */
export function useBoardContent(doc: Y.Doc, onChanged: ContentListener = () => {}): BoardContent {
  const whole = readBoard(swot, doc);
  const notes = shallowReactive(new Map(whole.notes.map((note) => [note.id, note])));
  const clusters = shallowReactive(new Map(whole.clusters.map((cluster) => [cluster.id, cluster])));
  const places = shallowRef(0);

  function readNote(id: string): void {
    const note = readItem(swot, doc, "notes", id);
    if (note) notes.set(id, note);
    else notes.delete(id);
  }

  function apply(changes: readonly ItemChange[], transaction: Y.Transaction): void {
    const changed: NoteChange[] = [];
    let moved = false;
    for (const { collection, id, fields } of changes) {
      const isPlaced = fields.size === 0 || [...fields].some((field) => placing.has(field));
      moved ||= isPlaced;
      if (collection === "notes") {
        const before = notes.get(id);
        readNote(id);
        changed.push({ id, before, now: notes.get(id) });
        continue;
      }
      const cluster = readItem(swot, doc, "clusters", id);
      if (cluster) clusters.set(id, cluster);
      else clusters.delete(id);
      // A note’s group reads as null while that group is away: whoever points to it may read differently now.
      if (isPlaced) for (const noteId of notes.keys()) readNote(noteId);
    }
    if (moved) triggerRef(places);
    if (changed.length > 0) onChanged(changed, transaction);
  }

  onScopeDispose(observeItems(doc, ["clusters", "notes"], apply));

  const sections = computed(() => {
    void places.value;
    return layOut(toRaw(notes).values(), toRaw(clusters).values());
  });
  return { notes, clusters, sections };
}
