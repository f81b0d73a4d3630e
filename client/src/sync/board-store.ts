import * as Y from "yjs";
import { hearWindows, tellWindows, type UnsentRow } from "./device-channel.ts";
import { onDevice } from "./device-database.ts";
import { observeItems } from "./item-changes.ts";
import { keepInMemory } from "./kept-aside.ts";
import {
  append,
  enterStore,
  forgetUnsent,
  loadStore,
  moveAside,
  readRows,
  readStore,
  replaceAll,
} from "./store-log.ts";
import { storeName, type StoreOwner } from "./store-owner.ts";

/** Rows after which a store is merged into one: reading thousands at the next visit would take seconds. */
const MERGE_AFTER = 500;

/** Where the device had no room, how long until it is tried again: each try writes the whole document. */
const TRY_AGAIN_MS = 5_000;

interface StoreOptions {
  readonly owner: StoreOwner;
  readonly doc: Y.Doc;
  readonly collections: readonly string[];
  /** What is kept, or what of it is unsent, has changed. */
  onChange(): void;
  /** Another window brought what builds on something this document does not have: send all there is. */
  onGap(): void;
  /** Another window emptied the store: this document is no longer the board’s. */
  onEmptied(code: string): void;
}

/** An own change on its way into the store, or one that found no room there. */
interface OwnChange {
  readonly bytes: Uint8Array;
  /** Null for what came from the server. */
  readonly items: readonly string[] | null;
  /** The server has committed it in the meantime. */
  safe: boolean;
}

/**
 * A board kept on this device, shared by all windows in which the same person has it open: each change a person
 * makes lies in it as unsent until the server has committed it, whichever window it was made in and whichever sent it.
 */
export class BoardStore {
  /** The stores that are open in this window. */
  static readonly open = new Set<BoardStore>();
  readonly name: string;
  /** Unsent changes that are in the store and in this document. */
  readonly #unsent = new Map<number, readonly string[]>();
  /** Keys of the rows that this document holds. */
  #held = new Set<number>();
  #touched = new Set<string>();
  #queue: OwnChange[] = [];
  #writing: readonly OwnChange[] = [];
  #homeless: OwnChange[] = [];
  /** The last write found no room: something is missing in the store from there on. */
  #failing = false;
  /** It is time to try again. */
  #isDue = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #run: Promise<void> | null = null;
  #rows = 0;
  #closed = false;
  readonly #stops: (() => void)[] = [];

  constructor(private readonly options: StoreOptions) {
    this.name = storeName(options.owner);
    const { doc, collections } = options;
    const update = (bytes: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
      this.#changed(bytes, origin, transaction.local);
    // Called before the update that carries the change.
    const stopObserving = observeItems(doc, collections, (changes, { local }) => {
      if (local) for (const { collection, id } of changes) this.#touched.add(`${collection}/${id}`);
    });
    doc.on("update", update);
    const stopHearing = hearWindows((message) => {
      if (message.type === "signedOut" || message.store !== this.name) return;
      if (message.type === "kept") this.#takeOver(message.rows).catch(() => this.#failed([]));
      else if (message.type === "safe") this.#forget(message.ids);
      else this.options.onEmptied(message.code);
    });
    BoardStore.open.add(this);
    this.#stops.push(stopObserving, stopHearing, () => doc.off("update", update));
  }

  /** Items changed on this device that the server has not committed and that lie in the store. */
  get kept(): number {
    return new Set([...this.#unsent.values()].flat()).size;
  }

  /** Something written in this window is on its way to the device, and would go with the page. */
  get keeping(): boolean {
    return unsafeItems([...this.#queue, ...this.#writing]) !== null;
  }

  /** Items changed in this window that lie in its memory alone, since the device keeps nothing or has no room. */
  get unkept(): number {
    return unsafeItems(this.#homeless)?.length ?? 0;
  }

  /** What is in this window’s memory alone, and the document it is in; resolves once what can be kept is kept. */
  async homeless(): Promise<{ owner: StoreOwner; items: readonly string[]; doc: Y.Doc }> {
    await this.#run;
    return { owner: this.options.owner, items: unsafeItems(this.#homeless) ?? [], doc: this.options.doc };
  }

  /** Loads what is kept into the document. */
  async load(): Promise<void> {
    try {
      const { keys, updates, unsent } = await loadStore(this.options.owner);
      this.#apply(updates);
      this.#held = new Set(keys);
      for (const { id, items } of unsent) this.#unsent.set(id, items);
      this.#rows = keys.length;
      await enterStore(this.options.owner);
      if (this.#rows >= MERGE_AFTER) await this.#merge();
    } catch {
      this.#failed([]);
    }
  }

  /** The server has committed everything this document holds. */
  acknowledge(): void {
    for (const change of [...this.#queue, ...this.#writing]) change.safe = true;
    this.#homeless = [];
    const ids = [...this.#unsent.keys()];
    if (ids.length === 0) return;
    this.#forget(ids);
    tellWindows({ type: "safe", store: this.name, ids });
    forgetUnsent(ids).catch(() => this.#failed([]));
  }

  /**
   * Empties the store; what was not committed is put aside. Answers the copy’s name, or null when all was safe or
   * another window has put it aside already.
   */
  async putAside(code: string): Promise<string | null> {
    this.close();
    await this.#run;
    const { owner, doc } = this.options;
    const more = [...this.#homeless, ...this.#queue].flatMap(({ items, safe }) =>
      safe ? [] : (items ?? []),
    );
    const whole = Y.encodeStateAsUpdate(doc);
    const row = { store: this.name, ...pick(owner) };
    try {
      const name = await onDevice("readwrite", (transaction) =>
        moveAside(transaction, row, { code, whole, more }),
      );
      tellWindows({ type: "emptied", store: this.name, code });
      return name;
    } catch {
      return more.length > 0 ? keepInMemory({ ...pick(owner), code, items: more, bytes: whole }) : null;
    }
  }

  /** Keeps nothing more; what was on its way into the store still gets there. */
  close(): void {
    this.#closed = true;
    BoardStore.open.delete(this);
    clearTimeout(this.#retry);
    for (const stop of this.#stops.splice(0)) stop();
  }

  #changed(bytes: Uint8Array, origin: unknown, local: boolean): void {
    if (origin === this) return;
    const items = local ? [...this.#touched] : null;
    if (local) this.#touched = new Set();
    this.#queue.push({ bytes, items, safe: false });
    this.#write();
    if (local) this.options.onChange();
  }

  #write(): void {
    this.#run ??= this.#writeAll().finally(() => {
      this.#run = null;
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0 || this.#isDue) {
      const batch = this.#queue;
      this.#queue = [];
      if (this.#failing && !this.#isDue) {
        this.#failed(batch);
        return;
      }
      this.#isDue = false;
      const homeless = this.#homeless;
      try {
        await this.#keep([...homeless, ...batch]);
        this.#homeless = [];
      } catch {
        this.#failed(batch);
      }
      this.#writing = [];
      this.options.onChange();
    }
  }

  async #keep(changes: readonly OwnChange[]): Promise<void> {
    this.#writing = changes;
    // After a gap in the store what follows it would be worth nothing: the whole document goes in.
    const groups = this.#failing ? [changes] : changes.map((change) => [change]);
    const news = groups.map((group) => ({
      bytes: this.#failing
        ? Y.encodeStateAsUpdate(this.options.doc)
        : Y.mergeUpdates(group.map(({ bytes }) => bytes)),
      items: unsafeItems(group),
    }));
    const keys = await append(this.options.owner, news);
    this.#failing = false;
    this.#rows += keys.length;
    const rows: UnsentRow[] = [];
    const safeMeanwhile: number[] = [];
    for (const [index, id] of keys.entries()) {
      this.#held.add(id);
      const items = news[index]?.items;
      if (!items) continue;
      if (unsafeItems(groups[index] ?? []) === null) {
        safeMeanwhile.push(id);
        continue;
      }
      this.#unsent.set(id, items);
      rows.push({ id, items });
    }
    if (safeMeanwhile.length > 0) await forgetUnsent(safeMeanwhile);
    if (rows.length > 0) tellWindows({ type: "kept", store: this.name, rows });
    if (this.#rows >= MERGE_AFTER) await this.#merge();
  }

  /** Another window kept these: they become this document’s too, and this window sends them as its own. */
  async #takeOver(rows: readonly UnsentRow[]): Promise<void> {
    const news = rows.filter(({ id }) => !this.#held.has(id));
    if (news.length === 0) return;
    const updates = await readRows(news.map(({ id }) => id));
    if (this.#closed) return;
    const isMerged = updates.includes(null);
    this.#apply(isMerged ? (await readStore(this.name)).updates : updates.filter((bytes) => bytes !== null));
    for (const { id, items } of news) {
      this.#held.add(id);
      this.#unsent.set(id, items);
    }
    if (this.options.doc.store.pendingStructs !== null) this.options.onGap();
    this.options.onChange();
  }

  #apply(updates: readonly Uint8Array[]): void {
    const { doc } = this.options;
    const applyAll = () => {
      for (const update of updates) Y.applyUpdate(doc, update, this);
    };
    // Not local: nobody makes these changes now.
    Y.transact(doc, applyAll, this, false);
  }

  async #merge(): Promise<void> {
    const key = await replaceAll(this.name, ({ keys, updates }) => {
      this.#apply(updates.filter((_update, index) => !this.#held.has(keys[index] ?? 0)));
      return Y.encodeStateAsUpdate(this.options.doc);
    });
    this.#held = new Set([key]);
    this.#rows = 1;
  }

  #forget(ids: readonly number[]): void {
    for (const id of ids) this.#unsent.delete(id);
    this.options.onChange();
  }

  #failed(batch: readonly OwnChange[]): void {
    this.#failing = true;
    this.#homeless.push(...batch.filter((change) => unsafeItems([change]) !== null));
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      this.#isDue = true;
      if (!this.#closed) this.#write();
    }, TRY_AGAIN_MS);
    this.options.onChange();
  }
}

/** What own changes touched that the server has not committed; null when there is none such. */
function unsafeItems(changes: readonly OwnChange[]): readonly string[] | null {
  const own = changes.filter(({ items, safe }) => items !== null && !safe);
  return own.length > 0 ? [...new Set(own.flatMap(({ items }) => items ?? []))] : null;
}

function pick({ participantId, boardId, generation }: StoreOwner): StoreOwner {
  return { participantId, boardId, generation };
}
