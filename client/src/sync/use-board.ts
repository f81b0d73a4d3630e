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
import { AnswerPatience } from "./answer-patience.ts";
import { type BoardConnection, connectBoard } from "./board-connection.ts";
import { BoardStore } from "./board-store.ts";
import { type SaveStatus, saveStatus } from "./save-status.ts";
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
  readonly participantId: string;
}

/** What the server tells of a decision about an item. */
export type DecidedMessage = Extract<ServerMessage, { type: "decided" }>;

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
  /** Called when something was decided about an item, with all its decided values. */
  onDecided(hear: (told: DecidedMessage) => void): void;
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
  const deciding = new Set<(told: DecidedMessage) => void>();

  let connection: BoardConnection | null = null;
  let welcomed = false;
  let tried = false;
  let ended = false;

  const meter = createSyncMeter(assess);
  const patience = new AnswerPatience(show);
  const store = new BoardStore({
    owner: options,
    doc,
    collections: options.collections,
    isSettled: () => meter.settled,
    onChange: show,
    onGap: () => connection?.sendAll(),
    // Another window has put aside what there was; this one begins anew as well.
    onEmptied: (code) => turnAway(code, null),
  });

  function assess(): void {
    if (meter.settled) store.acknowledge();
    patience.follow(meter);
    show();
  }

  function show(): void {
    const next = saveStatus({
      refusedCode: refusal.value?.code ?? null,
      welcomed,
      tried,
      settled: meter.settled,
      overdue: patience.overdue,
      kept: store.kept,
      keeping: store.keeping,
      unkept: store.unkept,
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
      case "decided":
        for (const hear of deciding) hear(message);
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

  /** The work of this document ends here; what the server has not taken was, or is now, put aside. */
  function turnAway(code: string, correlationId: string | null): void {
    connection?.close();
    connection = null;
    welcomed = false;
    store.close();
    if (ended || refusal.value) return;
    refusal.value = { code, correlationId, participantId: options.participantId };
    show();
  }

  async function refuse(code: string, correlationId: string | null): Promise<void> {
    connection?.close();
    connection = null;
    welcomed = false;
    // What the server refuses would be sent again and refused again: the next visit starts without it.
    await store.putAside(code);
    turnAway(code, correlationId);
  }

  async function open(): Promise<void> {
    await store.load();
    if (ended) return;
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
      onDenied: (reason) => void refuse(reason, null),
    });
  }
  void open();

  // What neither the server nor the device has goes with the page: the browser asks first.
  const leaving = (event: BeforeUnloadEvent) => {
    if ((store.unkept > 0 || store.keeping) && !meter.settled) event.preventDefault();
  };
  window.addEventListener("beforeunload", leaving);

  onScopeDispose(() => {
    ended = true;
    patience.end();
    window.removeEventListener("beforeunload", leaving);
    connection?.close();
    store.close();
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
    onDecided(hear) {
      deciding.add(hear);
      onScopeDispose(() => deciding.delete(hear));
    },
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
