import type { BoardEditor } from "@tavolo/schema";
import { createDocument, editBoard } from "@tavolo/schema";
import * as Y from "yjs";
import { BoardRights } from "../gate/board-rights.ts";
import { checkUpdate, type Verdict } from "../gate/check-update.ts";
import { guardEditor } from "../gate/guard-editor.ts";
import type { Presence } from "../presence/presence.ts";
import type { Attachment } from "../sockets/attachment.ts";
import type { UnnumberedReceipt } from "../../receipts/receipt.entity.ts";
import type { BoardActor } from "../sync-engine.ts";
import { keptSocketFrame } from "../wire/socket-frame.ts";
import { syncStatusFrame } from "../wire/write-frame.ts";
import type { BoardStanding } from "./board-standing.ts";
import { type CommittedStep, type QueuedEdit, type QueueEntry, SERVER } from "./queue-entry.ts";
import { canPark, park, type ParkedDocument, unpark, updateOf } from "./parked-document.ts";
import type { RoomDocument } from "./room-document.ts";
import { hasNothing, StoredDocument } from "./stored-document.ts";

const nobodyWaits = () => {};

/** Who goes on typing after a breath does not wait for the document. */
const PARK_AFTER_MS = 4_000;

const isEmpty = (update: Uint8Array): boolean => update.length === 2 && update[0] === 0 && update[1] === 0;

const isPresent = (content: RoomDocument | ParkedDocument): content is RoomDocument => "doc" in content;

/** A client’s wish for the document; answered with what is committed and nothing else. */
interface Join {
  readonly attachment: Attachment;
  readonly stateVector: Uint8Array;
}

/** The sender of an edit that the document held already, though perhaps not the journal. */
export interface Echo {
  /** What the edit repeats is committed. */
  safe(): void;
  /** Something that was not committed yet was not taken: the edit is wanted again. */
  again(): void;
}

/** How an edit is written beside what it changes. */
export interface EditTerms<T> {
  readonly at: Date | null;
  readonly unattributed: boolean;
  /** What is kept of the answer in the same commit. */
  readonly receipt?: ((result: T) => UnnumberedReceipt) | undefined;
}

/** What the flush loop takes from a room at once: entries in order, and answers that hold exactly those. */
export interface RoomBatch {
  readonly room: Room;
  readonly entries: readonly QueueEntry[];
  readonly joins: readonly (Join & { readonly update: Uint8Array | null })[];
  /** The document with just these entries, where somebody joins who has nothing; it answers them. */
  readonly stored: StoredDocument | null;
  readonly echoes: readonly Echo[];
}

/**
 * One open board: its document with everything accepted so far, the queue of what is not committed yet,
 * the sockets on it and who they are. It decides and applies; the flush loop commits, the projector projects.
 */
export class Room {
  readonly attachments = new Set<Attachment>();
  /** Committed and not yet projected. */
  readonly unprojected: CommittedStep[] = [];
  /** While true no edit enters: the board is closing, or its document is being rebuilt. */
  closing = false;
  /** Settles when a rebuild ends; frames and edits wait for it. */
  rebuilding: Promise<void> | null = null;
  projectedSeq: number;
  /** What is committed, ready for whoever joins. */
  stored: StoredDocument;
  /** What answers each edit that is committed, framed for the line. */
  readonly acknowledgement: Buffer;

  #queue: QueueEntry[] = [];
  #joins: Join[] = [];
  #echoes: Echo[] = [];
  /** The commit that is under way. */
  #commit: PromiseWithResolvers<void> | null = null;
  #committing = 0;
  readonly #projectionWaiters: { seq: number; done: () => void }[] = [];
  #content: RoomDocument | ParkedDocument;
  #lastUsed = performance.now();

  constructor(
    readonly boardId: string,
    readonly generation: number,
    readonly documentName: string,
    readonly standing: BoardStanding,
    readonly presence: Presence,
    content: RoomDocument,
    private readonly wake: (room: Room) => void,
  ) {
    this.#content = content;
    this.projectedSeq = content.committedSeq;
    this.stored = new StoredDocument(documentName);
    this.acknowledgement = keptSocketFrame(syncStatusFrame(documentName));
  }

  /** The document and what belongs to it, brought back when it was put aside. */
  get content(): RoomDocument {
    this.#lastUsed = performance.now();
    if (!isPresent(this.#content)) this.#content = unpark(this.#content);
    return this.#content;
  }

  set content(content: RoomDocument) {
    this.#content = content;
  }

  /** What is known without the document. */
  get known(): Pick<RoomDocument, "bindings" | "committedSeq"> {
    return this.#content;
  }

  /** Puts the document aside when nobody has needed it for a while: open boards are many, busy ones are few. */
  rest(): void {
    const busy = !this.clean || this.awaitsProjection || this.closing;
    if (busy || performance.now() - this.#lastUsed < PARK_AFTER_MS) return;
    if (isPresent(this.#content)) {
      if (!canPark(this.#content)) return;
      this.#content = park(this.#content);
    }
    this.stored.forget();
  }

  /** Checks a client’s update; when accepted it is applied and queued. `entry` tells how it ends. */
  receive(
    update: Uint8Array,
    actor: BoardActor,
    entry: Pick<QueuedEdit, "from" | "committed" | "refused" | "resend">,
    at: Date | null = null,
  ): Verdict {
    // What most clients answer to our step 1: no reason to bring the document back.
    if (isEmpty(update)) return { kind: "unchanged" };
    const { doc, ledger, bindings } = this.content;
    const rights = this.#rightsOf(actor);
    const verdict = checkUpdate(doc, update, actor.participantId, rights);
    if (verdict.kind !== "accepted") return verdict;
    const { clientIds, update: bytes } = verdict;
    const newClientIds = clientIds.filter((client) => !bindings.has(client));
    for (const client of newClientIds) bindings.set(client, actor.participantId);
    const changes = ledger.record(actor.participantId, entry.from, () =>
      Y.applyUpdate(doc, bytes, entry.from),
    );
    const { from, committed, refused, resend } = entry;
    this.enqueue({
      type: "edit",
      actor,
      author: actor.participantId,
      bytes,
      clientIds,
      newClientIds,
      bound: actor.participantId,
      changes,
      at,
      from,
      committed,
      refused,
      resend,
    });
    return verdict;
  }

  /**
   * Runs a strict edit for an actor and queues what it changed; `queued` is false when it changed nothing.
   * Throws what the rights or the edit refuse, as HalfEdited if it had changed something by then.
   */
  edit<T>(
    actor: BoardActor,
    { at, unattributed, receipt }: EditTerms<T>,
    apply: (editor: BoardEditor) => T,
    entry: Pick<QueuedEdit, "committed" | "refused" | "again">,
  ): { result: T; queued: boolean } {
    const { board, doc, ledger, bindings } = this.content;
    const rights = this.#rightsOf(actor);
    const author = unattributed ? null : actor.participantId;
    let bytes: Uint8Array | null = null;
    const keep = (update: Uint8Array) => {
      bytes = update;
    };
    let result: T;
    let changes;
    doc.on("update", keep);
    try {
      changes = ledger.record(author, this, () => {
        result = apply(guardEditor(editBoard(board, doc, { origin: this }), rights));
      });
    } catch (error) {
      throw bytes === null ? error : new HalfEdited(error);
    } finally {
      doc.off("update", keep);
    }
    if (bytes === null) return { result: result!, queued: false };
    // All mutations write under the room’s own client id: the document must not tell who wrote what.
    const clientIds = [doc.clientID];
    const newClientIds = clientIds.filter((client) => !bindings.has(client));
    bindings.set(doc.clientID, SERVER);
    this.enqueue({
      type: "edit",
      actor,
      author,
      bytes,
      clientIds,
      newClientIds,
      bound: SERVER,
      changes,
      at,
      receipt: receipt?.(result!),
      from: null,
      ...entry,
    });
    return { result: result!, queued: true };
  }

  #rightsOf(actor: BoardActor): BoardRights {
    const { content, standing, closing, presence } = this;
    return new BoardRights(content, standing, closing, actor, presence, () => content.size.isFull);
  }

  /** Gives a board that nobody has written on its document, in its creator’s name. */
  begin(actor: BoardActor): void {
    const { board, doc, bindings } = this.content;
    createDocument(board, doc);
    bindings.set(doc.clientID, SERVER);
    this.enqueue({
      type: "edit",
      actor,
      unquestioned: true,
      author: actor.participantId,
      bytes: Y.encodeStateAsUpdate(doc),
      clientIds: [doc.clientID],
      newClientIds: [doc.clientID],
      bound: SERVER,
      changes: [],
      at: null,
      from: null,
      committed: nobodyWaits,
      refused: nobodyWaits,
    });
  }

  /** Queues an applied edit, or a decision behind the edits that came before it. */
  enqueue(entry: QueueEntry): void {
    entry.queuedAt ??= performance.now();
    if (entry.type === "edit") this.content.size.grow(entry.bytes.length);
    this.#queue.push(entry);
    this.wake(this);
  }

  /**
   * Answers a client’s step 1: at once from the stored document, or when all is committed; otherwise with the
   * next batch.
   */
  join(attachment: Attachment, stateVector: Uint8Array): void {
    const quiet = this.#commit === null && this.#queue.length === 0;
    let answer = this.stored.answer(stateVector);
    if (!answer && quiet && hasNothing(stateVector)) {
      this.stored = this.#store();
      answer = this.stored.answer(stateVector);
    }
    if (answer) attachment.sendStored(answer);
    else if (quiet) attachment.sendDocument(Y.encodeStateAsUpdate(this.content.doc, stateVector));
    else {
      this.#joins.push({ attachment, stateVector });
      this.wake(this);
    }
  }

  #store(): StoredDocument {
    if (isPresent(this.#content)) return StoredDocument.encode(this.documentName, this.#content.doc);
    this.#lastUsed = performance.now();
    return StoredDocument.of(this.documentName, updateOf(this.#content), this.#content.stateVector);
  }

  /** Answers whoever sent what is here already: at once when all is committed, otherwise with the next batch. */
  whenSafe(echo: Echo): void {
    if (this.#commit === null && this.#queue.length === 0) {
      echo.safe();
      return;
    }
    this.#echoes.push(echo);
    this.wake(this);
  }

  /** Hands over all that waits. The joins’ answers are encoded now, while the document holds just these entries. */
  takeBatch(): RoomBatch {
    const stored = this.#joins.some(({ stateVector }) => hasNothing(stateVector)) ? this.#store() : null;
    const joins = this.#joins.map((join) => ({
      ...join,
      update: hasNothing(join.stateVector) ? null : Y.encodeStateAsUpdate(this.content.doc, join.stateVector),
    }));
    const batch = { room: this, entries: this.#queue, joins, stored, echoes: this.#echoes };
    this.#committing = this.#queue.length;
    this.#queue = [];
    this.#joins = [];
    this.#echoes = [];
    this.#commit = Promise.withResolvers();
    return batch;
  }

  /** Puts a batch back in front after the database failed. */
  returnBatch(batch: RoomBatch): void {
    this.requeue(batch.entries);
    this.keepJoins(batch.joins);
    this.keepEchoes(batch.echoes);
    this.batchDone();
  }

  /** Answers these with the next batch instead. */
  keepJoins(joins: readonly Join[]): void {
    this.#joins = [...joins, ...this.#joins];
  }

  /** Answers these with the next batch instead. */
  keepEchoes(echoes: readonly Echo[]): void {
    this.#echoes = [...echoes, ...this.#echoes];
  }

  /** Takes those who wait for an answer, when what they repeat may not have been taken. */
  takeEchoes(): Echo[] {
    const echoes = this.#echoes;
    this.#echoes = [];
    return echoes;
  }

  /** Puts entries in front of the queue. */
  requeue(entries: readonly QueueEntry[]): void {
    this.#queue = [...entries, ...this.#queue];
  }

  batchDone(): void {
    this.#commit?.resolve();
    this.#commit = null;
    this.#committing = 0;
  }

  /** Resolves when no commit is under way. */
  whenCommitted(): Promise<void> {
    return this.#commit?.promise ?? Promise.resolve();
  }

  /** Takes everything out of the queue, for a rebuild. */
  drain(): QueueEntry[] {
    const entries = this.#queue;
    this.#queue = [];
    return entries;
  }

  /** What waits for the next commit. */
  get queued(): readonly QueueEntry[] {
    return this.#queue;
  }

  /** How many edits and decisions wait, those of the commit under way included. */
  get uncommitted(): number {
    return this.#queue.length + this.#committing;
  }

  get hasWork(): boolean {
    const waits = this.#queue.length > 0 || this.#joins.length > 0 || this.#echoes.length > 0;
    return this.#commit === null && this.rebuilding === null && waits;
  }

  /** Nothing waits to be committed or projected. */
  get clean(): boolean {
    return (
      this.#commit === null &&
      this.rebuilding === null &&
      this.#queue.length === 0 &&
      this.unprojected.length === 0
    );
  }

  /** Resolves when the projection reflects `seq`. */
  whenProjected(seq: number): Promise<void> {
    if (this.projectedSeq >= seq) return Promise.resolve();
    return new Promise((done) => this.#projectionWaiters.push({ seq, done }));
  }

  get awaitsProjection(): boolean {
    return this.#projectionWaiters.length > 0;
  }

  /** Notes how far the projection has come and lets those go who waited for it. */
  projectedTo(seq: number): void {
    this.projectedSeq = seq;
    const waiting = this.#projectionWaiters.splice(0);
    for (const waiter of waiting) {
      if (waiter.seq <= seq) waiter.done();
      else this.#projectionWaiters.push(waiter);
    }
  }
}

/** A strict edit threw after it had changed something: the document no longer equals the journal. */
export class HalfEdited extends Error {
  override name = "HalfEdited";
  constructor(override readonly cause: unknown) {
    super("An edit of several parts failed in the middle.");
  }
}
