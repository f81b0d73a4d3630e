import type {
  BoardDisplay,
  BoardEditing,
  BoardState,
  ReadOnlyReason,
  Role,
  ServerMessage,
} from "@tavolo/schema";
import { onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from "vue";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type BoardConnection, connectBoard } from "./board-connection.ts";
import { type BoardStore, openBoardStore, storeName } from "./board-store.ts";
import { observeItems } from "./item-changes.ts";
import { keepAside } from "./kept-aside.ts";
import { PATIENCE_MS, type SaveStatus, saveStatus } from "./save-status.ts";
import { createSyncMeter } from "./sync-meter.ts";

/** What the server says this person may do here, kept up to date while the board is open. */
export interface BoardAccess {
  readonly participantId: string;
  readonly presenceId: string;
  readonly role: Role;
  readonly canWrite: boolean;
  readonly readOnlyReason: ReadOnlyReason | null;
  readonly state: BoardState;
  /** Why the board is frozen; null when it was frozen before this page opened. */
  readonly stateReason: string | null;
  readonly stateBy: string | null;
  readonly editing: BoardEditing;
  readonly display: BoardDisplay;
}

/** The server turned this client’s work, or this person, away. */
export interface Refusal {
  readonly code: string;
  readonly correlationId: string | null;
  /** Name of the store that holds the work that was not saved; null when there was none. */
  readonly keptAside: string | null;
}

/** One open board: the document, what it may be used for, and whether what was written is safe. */
export interface Board {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly status: Readonly<ShallowRef<SaveStatus>>;
  /** Null until the server has welcomed this session for the first time. */
  readonly access: Readonly<ShallowRef<BoardAccess | null>>;
  /** The content can be shown: from this device’s store, or from the server. */
  readonly loaded: Readonly<ShallowRef<boolean>>;
  /** The document is the server’s: its step 2 arrived at least once. */
  readonly synced: Readonly<ShallowRef<boolean>>;
  readonly refusal: Readonly<ShallowRef<Refusal | null>>;
  /** Called before the board closes for writing, to put half-typed text into the document. */
  beforeClosing(commit: () => void): void;
}

interface BoardOptions {
  readonly boardId: string;
  readonly participantId: string;
  readonly generation: number;
  readonly collections: readonly string[];
  /** Address of the sync socket; this site’s own by default. */
  readonly url?: string;
}

/**
 * Opens a board: this device’s store first, then the socket. Everything ends with the calling scope.
 * The document is a Yjs document and must never be made reactive.
 */
export function useBoard(options: BoardOptions): Board {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const access = shallowRef<BoardAccess | null>(null);
  const loaded = shallowRef(false);
  const synced = shallowRef(false);
  const refusal = shallowRef<Refusal | null>(null);
  const status = shallowRef<SaveStatus>({ kind: "connecting" });
  const commits = new Set<() => void>();

  let store: BoardStore | null = null;
  let connection: BoardConnection | null = null;
  let welcomed = false;
  let tried = false;
  let overdue = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let acknowledged = -1;
  let ended = false;
  /** How many changes lie in this device’s store: what is only on its way there is not promised yet. */
  let kept = 0;
  let writes = 0;

  const meter = createSyncMeter(assess);

  function assess(): void {
    if (meter.settled) {
      store?.unsent.clear();
      kept = 0;
      clearTimeout(patience);
      patience = undefined;
      overdue = false;
      acknowledged = -1;
    } else if (acknowledged !== meter.tally?.acknowledged) {
      // Patience starts anew with each answer: only silence is overdue.
      acknowledged = meter.tally?.acknowledged ?? 0;
      overdue = false;
      clearTimeout(patience);
      patience = setTimeout(() => {
        overdue = true;
        show();
      }, PATIENCE_MS);
    }
    show();
  }

  function show(): void {
    const next = saveStatus({
      refusedCode: refusal.value?.code ?? null,
      welcomed,
      tried,
      settled: meter.settled,
      overdue,
      unsent: kept,
      readOnlyReason: access.value?.readOnlyReason ?? null,
    });
    if (JSON.stringify(next) !== JSON.stringify(status.value)) status.value = next;
  }

  function update(change: Partial<BoardAccess>): void {
    if (access.value) access.value = { ...access.value, ...change };
    show();
  }

  function receive(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        welcomed = true;
        tried = true;
        access.value = {
          participantId: message.participantId,
          presenceId: message.presenceId,
          role: message.role,
          canWrite: message.scope === "write",
          readOnlyReason: message.readOnlyReason,
          state: message.state,
          stateReason: access.value?.stateReason ?? null,
          stateBy: access.value?.stateBy ?? null,
          editing: message.editing,
          display: message.display,
        };
        show();
        break;
      case "access":
        update({
          role: message.role,
          canWrite: message.scope === "write",
          readOnlyReason: message.readOnlyReason,
        });
        break;
      case "state":
        update({ state: message.state, stateReason: message.reason, stateBy: message.by });
        break;
      case "policy":
        update({ editing: message.editing, display: message.display });
        break;
      case "closing":
        for (const commit of commits) commit();
        connection?.flush();
        break;
      case "refused":
        void refuse(message.code, message.correlationId ?? null);
        break;
    }
  }

  async function refuse(code: string, correlationId: string | null): Promise<void> {
    connection?.close();
    connection = null;
    welcomed = false;
    const keptAside = store && store.unsent.size > 0 ? await keepAside(doc, store, options, code) : null;
    // What the server refuses would be sent again and refused again: the next visit starts from its copy.
    await store?.clear();
    if (ended) return;
    refusal.value = { code, correlationId, keptAside };
    show();
  }

  const stopObserving = observeItems(doc, options.collections, (changes, transaction) => {
    if (!transaction.local || !store) return;
    for (const change of changes) store.unsent.add(change.collection, change.id);
    const write = ++writes;
    void store.stored().then(() => {
      if (write !== writes || !store) return;
      kept = store.unsent.size;
      show();
    });
  });

  async function open(): Promise<void> {
    const opened = await openBoardStore(storeName(options), doc);
    if (ended) {
      await opened.close();
      return;
    }
    store = opened;
    kept = opened.unsent.size;
    if (!isEmpty(doc, options.collections)) loaded.value = true;
    connection = connectBoard({
      url: options.url ?? syncUrl(),
      boardId: options.boardId,
      generation: options.generation,
      doc,
      awareness,
      meter,
      onMessage: receive,
      onSynced: () => {
        synced.value = true;
        loaded.value = true;
      },
      onLost: () => {
        welcomed = false;
        tried = true;
        show();
      },
      onDenied: (reason) => {
        connection?.close();
        connection = null;
        refusal.value = { code: reason, correlationId: null, keptAside: null };
        show();
      },
    });
  }
  void open();

  onScopeDispose(() => {
    ended = true;
    clearTimeout(patience);
    stopObserving();
    connection?.close();
    void store?.close();
    awareness.destroy();
    doc.destroy();
  });

  return {
    doc,
    awareness,
    status: shallowReadonly(status),
    access: shallowReadonly(access),
    loaded: shallowReadonly(loaded),
    synced: shallowReadonly(synced),
    refusal: shallowReadonly(refusal),
    beforeClosing(commit) {
      commits.add(commit);
      onScopeDispose(() => commits.delete(commit));
    },
  };
}

function isEmpty(doc: Y.Doc, collections: readonly string[]): boolean {
  return collections.every((collection) => doc.getMap(collection).size === 0);
}

function syncUrl(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
}
