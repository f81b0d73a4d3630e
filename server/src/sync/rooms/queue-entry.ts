import type { UnnumberedReceipt } from "../../receipts/receipt.entity.ts";
import type { Decision } from "../journal/decision.ts";
import type { BoardActor } from "../sync-engine.ts";
import type { ItemChange } from "./item-ledger.ts";

/** When and as which step of the board something was committed. */
export interface Commit {
  readonly seq: number;
  readonly at: Date;
}

/** Stands for a participant where a client id is the server’s own: nobody may write under it. */
export const SERVER = "server";

interface Entry {
  /** When it was queued, by `performance.now()`; set by the room. */
  queuedAt?: number;
  readonly actor: BoardActor;
  /** The server’s own, in somebody’s name: their right is not asked for. */
  readonly unquestioned?: true;
  readonly committed: (commit: Commit) => void;
  /** Hears why it was not taken: a TavoloError, or what a mutation threw when it ran anew. */
  readonly refused: (error: unknown) => void;
}

/** An edit that is applied to the room’s document and waits to be committed. */
export interface QueuedEdit extends Entry {
  readonly type: "edit";
  /** Who wrote what it brings: the actor, or null for content that nobody here wrote. */
  readonly author: string | null;
  readonly bytes: Uint8Array;
  readonly clientIds: readonly number[];
  /** Those of them that were nobody’s: the commit binds them. */
  readonly newClientIds: readonly number[];
  /** Whose these client ids are: a participant’s, or SERVER. */
  readonly bound: string;
  readonly changes: readonly ItemChange[];
  /** The original time of loaded content; null for now. */
  readonly at: Date | null;
  /** What its caller is told under an idempotency key: written with it, and it is not written where one is there. */
  readonly receipt?: UnnumberedReceipt | undefined;
  /** The attachment it came from, which needs no copy of it. */
  readonly from: object | null;
  /** Asks its sender for everything again: how a client’s edit comes back when what it built on was refused. */
  readonly resend?: () => void;
  /** Runs it anew on a rebuilt document, with the right its actor has now: how a mutation comes back. Throws what refuses it. */
  readonly again?: (actor: BoardActor) => void;
}

/** A decision about the board or an item on it that waits for its turn behind the edits before it. */
export interface QueuedDecision extends Entry {
  readonly type: "decision";
  readonly decision: Decision;
  /** Makes it anew on a rebuilt document, with the right its actor has now. Throws what refuses it. */
  readonly judge?: (actor: BoardActor) => Decision;
}

export type QueueEntry = QueuedEdit | QueuedDecision;

/** A committed entry on its way to the projection. */
export interface CommittedStep extends Commit {
  readonly actor: string | null;
  readonly changes: readonly ItemChange[];
  readonly decision: Decision | null;
}
