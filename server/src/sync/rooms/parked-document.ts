import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as Y from "yjs";
import { DocumentSize } from "./document-size.ts";
import { ItemLedger, type LedgerRow, type Provenance } from "./item-ledger.ts";
import type { RoomDocument } from "./room-document.ts";

/** A document of so many structs, some hundreds of notes, is back within a few milliseconds; a larger one is not. */
const MAX_PARKED_STRUCTS = 8_000;

/**
 * Both are written seldom and read seldom: what counts is that it does not hold up others, and that hundreds of them
 * at once leave no more garbage than they hold: by itself zlib takes 16 KiB for each.
 */
const QUICK = { level: 1, chunkSize: 4 * 1024 };

/** A room’s content while nobody writes: all of it, as compressed bytes. */
export interface ParkedDocument extends Pick<RoomDocument, "board" | "bindings" | "committedSeq"> {
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly ledger: Uint8Array;
  /** The server writes on under the id it had: another one each time would make the document grow. */
  readonly clientId: number;
}

/** A buffer of its own: a short one that zlib answers is cut out of one of 64 KiB, and would keep all of it. */
const compress = (content: string | Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(content, QUICK));

/** Whether a document is small enough to be put aside. */
export function canPark({ doc }: RoomDocument): boolean {
  let structs = 0;
  for (const list of doc.store.clients.values()) structs += list.length;
  return structs <= MAX_PARKED_STRUCTS;
}

/** Puts a room’s content aside, of which nothing may wait to be committed or projected. */
export function park({ board, doc, ledger, bindings, committedSeq }: RoomDocument): ParkedDocument {
  return {
    board,
    bindings,
    committedSeq,
    update: compress(Y.encodeStateAsUpdate(doc)),
    stateVector: Y.encodeStateVector(doc),
    ledger: compress(JSON.stringify([...ledger.rows()])),
    clientId: doc.clientID,
  };
}

/** The document of a parked room as one update. */
export const updateOf = (parked: ParkedDocument): Uint8Array => new Uint8Array(inflateRawSync(parked.update));

/** Makes the content what it was. */
export function unpark(parked: ParkedDocument): RoomDocument {
  const { board, bindings, committedSeq, clientId } = parked;
  const doc = new Y.Doc();
  const update = updateOf(parked);
  Y.applyUpdate(doc, update);
  doc.clientID = clientId;
  const ledger = new ItemLedger(board, doc);
  const rows: LedgerRow[] = JSON.parse(String(inflateRawSync(parked.ledger)));
  for (const row of rows) ledger.put({ ...row, provenance: row.provenance && withDates(row.provenance) });
  return { board, doc, ledger, size: new DocumentSize(doc, ledger, update.length), bindings, committedSeq };
}

const withDates = (provenance: Provenance): Provenance => ({
  ...provenance,
  createdAt: new Date(provenance.createdAt),
  updatedAt: new Date(provenance.updatedAt),
});
