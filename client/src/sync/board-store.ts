import * as Y from "yjs";
import { hearWindows, tellWindows, type UnsentRow } from "./device-channel.ts";
import { onDevice } from "./device-database.ts";
import { openCache } from "./document-cache.ts";
import { putAsideEarlier } from "./earlier-generations.ts";
import { observeItems } from "./item-changes.ts";
import { keepInMemory } from "./kept-aside.ts";
import {
  append,
  enterStore,
  forgetUnsent,
  loadStore,
  moveAside,
  readRows,
  sweep,
  type UnsentChange,
} from "./store-log.ts";
import { storeName, type StoreOwner } from "./store-owner.ts";

/** Where the device had no room, how long until it is tried again: each try writes the whole document. */
const TRY_AGAIN_MS = 5_000;

interface StoreOptions {
  readonly owner: StoreOwner;
  readonly doc: Y.Doc;
  readonly collections: readonly string[];
  /** The server has everything that this document holds. */
  isSettled(): boolean;
  /** What is kept, or what of it is unsent, has changed. */
  onChange(): void;
  /** Another window brought what builds on something this document does not have: send all there is. */
  onGap(): void;
  /** Another window emptied the store: this document is no longer the board’s. */
  onEmptied(code: string): void;
}

/** An own change on its way to the device, or one that found no room there. */
interface OwnChange {
  readonly bytes: Uint8Array;
  readonly items: readonly string[];
}

/**
 * A board kept on this device, shared by all windows in which the same person has it open. The document is y-indexeddb’s
 * to keep; each change a person makes lies beside it as unsent until the server has committed it, whichever window it
 * was made in and whichever sent it.
 */
export class BoardStore {
  /** The stores that are open in this window. */
  static readonly open = new Set<BoardStore>();
  readonly name: string;
  /** Unsent changes that are on the device and in this document. */
  readonly #unsent = new Map<number, readonly string[]>();
  #touched = new Set<string>();
  /** Own changes that the device does not have, the oldest first. */
  #waiting: readonly OwnChange[] = [];
  /** The last write found no room: what follows it would be worth nothing without it. */
  #failing = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #run: Promise<void> | null = null;
  #closed = false;
  readonly #stops: (() => void)[] = [];

  constructor(private readonly options: StoreOptions) {
    this.name = storeName(options.owner);
    const { doc, collections } = options;
    const update = (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) this.#changed(bytes);
    };
    // Called before the update that carries the change.
    const stopObserving = observeItems(doc, collections, (changes, { local }) => {
      if (local) for (const { collection, id } of changes) this.#touched.add(`${collection}/${id}`);
    });
    doc.on("update", update);
    const stopHearing = hearWindows((message) => {
      if (message.type === "signedOut" || message.store !== this.name) return;
      if (message.type === "kept") this.#takeOver(message.rows).catch(() => this.#failed());
      else if (message.type === "safe") this.#forget(message.ids);
      else this.options.onEmptied(message.code);
    });
    BoardStore.open.add(this);
    this.#stops.push(stopObserving, stopHearing, () => doc.off("update", update));
  }

  /** Items changed on this device that the server has not committed and that the device keeps. */
  get kept(): number {
    return new Set([...this.#unsent.values()].flat()).size;
  }

  /** Something written in this window is on its way to the device, and would go with the page. */
  get keeping(): boolean {
    return !this.#failing && this.#waiting.length > 0;
  }

  /** Items changed in this window that lie in its memory alone, since the device keeps nothing or has no room. */
  get unkept(): number {
    return this.#failing ? itemsOf(this.#waiting).length : 0;
  }

  /** What is in this window’s memory alone, and the document it is in; resolves once what can be kept is kept. */
  async homeless(): Promise<{ owner: StoreOwner; items: readonly string[]; doc: Y.Doc }> {
    await this.#run;
    return { owner: this.options.owner, items: itemsOf(this.#waiting), doc: this.options.doc };
  }

  /** Loads what is kept into the document. */
  async load(): Promise<void> {
    const { owner } = this.options;
    try {
      const { cache, unsent } = await loadStore(owner);
      if (cache !== null) await this.#openCache(cache);
      this.#apply(unsent);
      await putAsideEarlier(owner);
      const entered = await enterStore(owner);
      if (cache === null) await this.#openCache(entered);
    } catch {
      this.#failed();
    }
  }

  /** The server has committed everything this document holds. */
  acknowledge(): void {
    this.#waiting = [];
    const ids = [...this.#unsent.keys()];
    if (ids.length === 0) return;
    this.#forget(ids);
    tellWindows({ type: "safe", store: this.name, ids });
    forgetUnsent(ids).catch(() => this.#failed());
  }

  /**
   * Empties the store; what was not committed is put aside. Answers the copy’s name, or null when all was safe or
   * another window has put it aside already.
   */
  async putAside(code: string): Promise<string | null> {
    this.close();
    await this.#run;
    const { doc } = this.options;
    const { participantId, boardId } = this.options.owner;
    const more = itemsOf(this.#waiting);
    const whole = Y.encodeStateAsUpdate(doc);
    try {
      const board = { store: this.name, participantId, boardId };
      const name = await onDevice("readwrite", (transaction) =>
        moveAside(transaction, board, { code, whole, more }),
      );
      tellWindows({ type: "emptied", store: this.name, code });
      sweep().catch(() => {});
      return name;
    } catch {
      return more.length > 0
        ? keepInMemory({ participantId, boardId, code, items: more, bytes: whole })
        : null;
    }
  }

  /** Keeps nothing more; what was on its way to the device still gets there. */
  close(): void {
    this.#closed = true;
    BoardStore.open.delete(this);
    clearTimeout(this.#retry);
    for (const stop of this.#stops.splice(0)) stop();
  }

  async #openCache(name: string): Promise<void> {
    const close = await openCache(name, this.options.doc);
    if (this.#closed) close();
    else this.#stops.push(close);
  }

  #changed(bytes: Uint8Array): void {
    this.#waiting = [...this.#waiting, { bytes, items: [...this.#touched] }];
    this.#touched = new Set();
    if (!this.#failing) this.#write();
    this.options.onChange();
  }

  #write(): void {
    this.#run ??= this.#writeAll().finally(() => {
      this.#run = null;
    });
  }

  async #writeAll(): Promise<void> {
    do {
      const batch = this.#waiting;
      if (batch.length === 0) {
        this.#failing = false;
        return;
      }
      try {
        await this.#keep(batch);
        this.#failing = false;
      } catch {
        this.#failed();
      }
      this.options.onChange();
    } while (!this.#failing);
  }

  async #keep(batch: readonly OwnChange[]): Promise<void> {
    // The cache found no room either: what is kept now has to stand by itself.
    const bytes = this.#failing
      ? Y.encodeStateAsUpdate(this.options.doc)
      : Y.mergeUpdates(batch.map((change) => change.bytes));
    const items = itemsOf(batch);
    const id = await append(this.options.owner, { bytes, items });
    const written = new Set(batch);
    const isSafeMeanwhile = !this.#waiting.some((change) => written.has(change));
    this.#waiting = this.#waiting.filter((change) => !written.has(change));
    if (isSafeMeanwhile) return forgetUnsent([id]);
    this.#unsent.set(id, items);
    tellWindows({ type: "kept", store: this.name, rows: [{ id, items }] });
  }

  /** Another window kept these: they become this document’s too, and this window sends them as its own. */
  async #takeOver(rows: readonly UnsentRow[]): Promise<void> {
    const news = rows.flatMap(({ id }) => (this.#unsent.has(id) ? [] : [id]));
    if (news.length === 0) return;
    const unsent = await readRows(news);
    if (this.#closed) return;
    this.#apply(unsent);
    if (this.options.doc.store.pendingStructs !== null) this.options.onGap();
    // The server had sent them here before the device told of them.
    if (this.options.isSettled()) this.acknowledge();
    this.options.onChange();
  }

  #apply(unsent: readonly UnsentChange[]): void {
    const { doc } = this.options;
    const applyAll = () => {
      for (const { bytes } of unsent) Y.applyUpdate(doc, bytes, this);
    };
    // Not local: nobody makes these changes now.
    Y.transact(doc, applyAll, this, false);
    for (const { id, items } of unsent) this.#unsent.set(id, items);
  }

  #forget(ids: readonly number[]): void {
    for (const id of ids) this.#unsent.delete(id);
    this.options.onChange();
  }

  #failed(): void {
    this.#failing = true;
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      if (!this.#closed) this.#write();
    }, TRY_AGAIN_MS);
    this.options.onChange();
  }
}

/** What these changes touched. */
function itemsOf(changes: readonly OwnChange[]): readonly string[] {
  return [...new Set(changes.flatMap(({ items }) => items))];
}
