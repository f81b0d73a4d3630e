import { isDeepStrictEqual } from "node:util";
import type { BoardDefinition } from "@tavolo/schema";
import { isItemRef, readItemField, readItemFields } from "@tavolo/schema";
import * as Y from "yjs";
import { placeOfType } from "../gate/place.ts";
import type { ItemContent } from "../projection/board-item.entity.ts";
import { flattenText } from "./flatten-text.ts";

/** Who put an item on the board and when; null dates until the edit that did is committed. */
export interface Provenance {
  createdBy: string | null;
  createdAt: Date;
  createdSeq: number;
  updatedBy: string | null;
  updatedAt: Date;
  updatedSeq: number;
}

/** One item as it was before and after an edit; `derived` when only what it points at was edited. */
export interface ItemChange {
  readonly collection: string;
  readonly id: string;
  readonly before: ItemContent | null;
  readonly after: ItemContent | null;
  readonly derived: boolean;
}

/** An item as the ledger knows it, to be put aside and taken back. */
export interface LedgerRow extends LedgerEntry {
  readonly collection: string;
}

interface LedgerEntry {
  content: ItemContent;
  createdBy: string | null;
  provenance: Provenance | null;
}

/** An item that a transaction changed. */
interface Touched {
  readonly collection: string;
  readonly id: string;
  /** Fields in whose texts and maps something changed. */
  readonly fields: Set<string>;
}

const keyOf = (collection: string, id: string) => `${collection}/${id}`;

/** A room’s memory of every item as last read and of who added it: what edits and ownership are measured against. */
export class ItemLedger {
  readonly #entries = new Map<string, LedgerEntry>();

  constructor(
    readonly board: BoardDefinition,
    private readonly doc: Y.Doc,
  ) {}

  /** Takes over a projected item without reading the document. */
  restore(collection: string, content: ItemContent, provenance: Provenance): void {
    this.#entries.set(keyOf(collection, content.id), {
      content,
      createdBy: provenance.createdBy,
      provenance,
    });
  }

  /** Takes over a row of another ledger of the same document. */
  put({ collection, content, createdBy, provenance }: LedgerRow): void {
    this.#entries.set(keyOf(collection, content.id), { content, createdBy, provenance });
  }

  /** Everything it knows. */
  *rows(): Generator<LedgerRow> {
    for (const [key, entry] of this.#entries) yield { collection: key.slice(0, key.indexOf("/")), ...entry };
  }

  /** How many items there are, those in the bin included. */
  get size(): number {
    return this.#entries.size;
  }

  has(collection: string, id: string): boolean {
    return this.#entries.has(keyOf(collection, id));
  }

  /** The participant who added the item; null when it is not on the board or nobody’s. */
  ownerOf(collection: string, id: string): string | null {
    return this.#entries.get(keyOf(collection, id))?.createdBy ?? null;
  }

  /** Provenance once the adding edit is committed. */
  provenanceOf(collection: string, id: string): Provenance | null {
    return this.#entries.get(keyOf(collection, id))?.provenance ?? null;
  }

  /** Enters a committed change into the item’s provenance and answers it. */
  commit(change: ItemChange, by: { actor: string | null; at: Date; seq: number }): Provenance | null {
    const entry = this.#entries.get(keyOf(change.collection, change.id));
    if (!entry) return null;
    const created = entry.provenance ?? { createdBy: entry.createdBy, createdAt: by.at, createdSeq: by.seq };
    const updated =
      change.derived && entry.provenance
        ? entry.provenance
        : { updatedBy: by.actor, updatedAt: by.at, updatedSeq: by.seq };
    entry.provenance = {
      createdBy: created.createdBy,
      createdAt: created.createdAt,
      createdSeq: created.createdSeq,
      updatedBy: updated.updatedBy,
      updatedAt: updated.updatedAt,
      updatedSeq: updated.updatedSeq,
    };
    return entry.provenance;
  }

  /** Runs one edit of the document in one transaction and tells which items it changed, and how. */
  record(actor: string | null, origin: unknown, edit: () => void): ItemChange[] {
    const touched = new Map<string, Touched>();
    // Typing leaves all but one field of an item as it is; where items come, go or stand elsewhere, all is read anew.
    let onlyInside = true;
    const touch = (collection: string, id: string): Touched => {
      const known = touched.get(keyOf(collection, id));
      if (known) return known;
      const item: Touched = { collection, id, fields: new Set() };
      touched.set(keyOf(collection, id), item);
      return item;
    };
    const collect = (transaction: Y.Transaction) => {
      for (const [type, subs] of transaction.changed) {
        const place = placeOfType(type);
        if (!place || !(place.root in this.board.collections)) continue;
        const [id, field] = place.path;
        if (id !== undefined && field !== undefined) {
          touch(place.root, id).fields.add(field);
          if (type instanceof Y.Text) flattenText(type);
          continue;
        }
        onlyInside = false;
        for (const changed of id === undefined ? subs : [id]) if (changed) touch(place.root, changed);
      }
    };
    this.doc.on("afterTransaction", collect);
    try {
      this.doc.transact(edit, origin);
    } finally {
      this.doc.off("afterTransaction", collect);
    }
    const changes: ItemChange[] = [];
    for (const { collection, id, fields } of touched.values())
      this.#change(changes, actor, { collection, id, fields: onlyInside ? fields : null, derived: false });
    for (const change of changes.filter(standsElsewhere)) {
      for (const dependent of this.#dependents(change.collection, change.id)) {
        if (!touched.has(keyOf(dependent.collection, dependent.id)))
          this.#change(changes, actor, { ...dependent, fields: null, derived: true });
      }
    }
    return changes;
  }

  #change(
    changes: ItemChange[],
    actor: string | null,
    {
      collection,
      id,
      fields,
      derived,
    }: { collection: string; id: string; fields: Set<string> | null; derived: boolean },
  ): void {
    const key = keyOf(collection, id);
    const entry = this.#entries.get(key);
    const before = entry?.content ?? null;
    const after =
      fields && before ? this.#readInside(collection, before, fields) : this.#read(collection, id, before);
    if (after === before) return;
    if (after === null) this.#entries.delete(key);
    else if (entry) entry.content = after;
    else this.#entries.set(key, { content: after, createdBy: actor, provenance: null });
    changes.push({ collection, id, before, after, derived });
  }

  /** An item’s own fields: member lists are the members’ business, and follow from their rows. */
  #read(collection: string, id: string, before: ItemContent | null): ItemContent | null {
    const after = readItemFields(this.board, this.doc, collection, id);
    return isDeepStrictEqual(before, after) ? before : after;
  }

  /** The same of an item of which just these fields may read otherwise than before. */
  #readInside(collection: string, before: ItemContent, fields: ReadonlySet<string>): ItemContent {
    const { id } = before;
    let after = before;
    for (const field of fields) {
      const value = readItemField(this.board, this.doc, { collection, id, field });
      if (value !== undefined && !isDeepStrictEqual(before[field], value))
        after = { ...after, [field]: value };
    }
    return after;
  }

  /** Items that point at this one and read differently when it is removed or moved. */
  *#dependents(collection: string, id: string): Generator<{ collection: string; id: string }> {
    for (const [name, { fields }] of Object.entries(this.board.collections)) {
      const pointing = Object.entries(fields).filter(
        ([, field]) => isItemRef(field) && field.collection === collection,
      );
      if (pointing.length === 0) continue;
      for (const [itemId, item] of this.doc.getMap<Y.Map<unknown>>(name)) {
        if (item instanceof Y.Map && pointing.some(([field]) => item.get(field) === id))
          yield { collection: name, id: itemId };
      }
    }
  }
}

/** Whether what points at the item may read differently now. */
const standsElsewhere = ({ before, after }: ItemChange): boolean =>
  before === null ||
  after === null ||
  before["section"] !== after["section"] ||
  before["removed"] !== after["removed"];
