import { boardKinds } from "@tavolo/schema";
import * as Y from "yjs";
import type { Board } from "../../boards/board.entity.ts";
import { boardDefinition } from "../../boards/board-definition.ts";
import { unpack } from "../compaction/pack.ts";
import type { BoardItem } from "../projection/board-item.entity.ts";
import { itemColumns } from "../projection/item-columns.ts";
import type { ItemLink } from "../projection/item-link.entity.ts";
import { linkRows } from "../projection/link-rows.ts";
import { type ItemChange, ItemLedger, type Provenance } from "../rooms/item-ledger.ts";
import type { BoardRows } from "./read-board-rows.ts";

/** A board as its snapshot and its journal say that it must be, at the step that its projection has come to. */
export interface RebuiltBoard {
  readonly doc: Y.Doc;
  /** `collection/id` and the row that must stand for it. */
  readonly items: ReadonlyMap<string, BoardItem>;
  /** All that these items state. */
  readonly links: readonly ItemLink[];
}

/**
 * Replays a board from nothing. Who made and changed what follows from the steps behind the snapshot; for what a
 * snapshot holds it is only in the rows that there are, so it is taken over from them, and where there is none
 * from the event that told of it. Throws where the bytes of a step are missing.
 */
export async function rebuildProjection(rows: BoardRows): Promise<RebuiltBoard> {
  const { board, snapshot, journal } = rows;
  const definition = boardDefinition(board);
  const doc = new Y.Doc();
  const ledger = new ItemLedger(definition, doc);
  const items = new Map<string, BoardItem>();

  if (snapshot) {
    const base = await unpack(snapshot.bytes);
    const standing = ledger.record(null, null, () => Y.applyUpdate(doc, base));
    for (const { collection, id, after } of standing) {
      if (!after) continue;
      const provenance = knownProvenance(rows, collection, id);
      ledger.restore(collection, after, provenance);
      items.set(`${collection}/${id}`, row(board, collection, after, provenance));
    }
  }
  for (const { seq, at, actor = null, bytes, decision } of journal) {
    if (seq <= (snapshot?.seq ?? 0) || seq > board.projectedSeq || decision) continue;
    if (!bytes) throw new Error(`Step ${seq} has no bytes, and no snapshot holds it.`);
    for (const change of ledger.record(actor, null, () => Y.applyUpdate(doc, bytes)))
      enter(items, board, ledger, change, { actor, at, seq });
  }
  const links = [...items.values()].flatMap(({ collection, content }) =>
    linkRows(definition, { board: board.id, collection, content }).map((link) => ({
      ...link,
      project: board.project,
    })),
  );
  return { doc, items, links };
}

function enter(
  items: Map<string, BoardItem>,
  board: Board,
  ledger: ItemLedger,
  change: ItemChange,
  by: { actor: string | null; at: Date; seq: number },
): void {
  const { collection, id, after } = change;
  const provenance = ledger.commit(change, by);
  if (after && provenance) items.set(`${collection}/${id}`, row(board, collection, after, provenance));
  else items.delete(`${collection}/${id}`);
}

const row = (
  { id: board, project, kind }: Board,
  collection: string,
  content: NonNullable<ItemChange["after"]>,
  provenance: Provenance,
): BoardItem => ({
  board,
  collection,
  id: content.id,
  project,
  ...itemColumns(boardKinds.get(kind)?.collections[collection], content),
  ...provenance,
});

function knownProvenance({ items, events, snapshot }: BoardRows, collection: string, id: string): Provenance {
  const known = items.find((item) => item.id === id && item.collection === collection);
  if (known) {
    const { createdBy = null, createdAt, createdSeq, updatedBy = null, updatedAt, updatedSeq } = known;
    return { createdBy, createdAt, createdSeq, updatedBy, updatedAt, updatedSeq };
  }
  const added = events.find((event) => event.item === id && event.type === "item.added");
  const by = added?.actor ?? null;
  const at = added?.at ?? snapshot?.at ?? new Date();
  const seq = added?.seq ?? snapshot?.seq ?? 0;
  return { createdBy: by, createdAt: at, createdSeq: seq, updatedBy: by, updatedAt: at, updatedSeq: seq };
}
