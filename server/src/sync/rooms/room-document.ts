import type { BoardDefinition } from "@tavolo/schema";
import type * as Y from "yjs";
import type { DocumentSize } from "./document-size.ts";
import type { ItemLedger } from "./item-ledger.ts";

/** What a room holds of its board’s content; replaced as a whole when the room is rebuilt from the journal. */
export interface RoomDocument {
  readonly board: BoardDefinition;
  readonly doc: Y.Doc;
  readonly ledger: ItemLedger;
  readonly size: DocumentSize;
  /** Whose each client id is: what is committed, and what waits to be. */
  readonly bindings: Map<number, string>;
  /** The last journal entry that `doc` holds as committed. */
  committedSeq: number;
}
