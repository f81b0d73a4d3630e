import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { type ClientMessage, documentName, parseServerMessage, type ServerMessage } from "@tavolo/schema";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { meteredSocket } from "./metered-socket.ts";
import { retryOptions } from "./reconnecting.ts";
import type { SyncMeter } from "./sync-meter.ts";

/** About one frame: a client’s own typing leaves as one update. */
const FLUSH_DELAY_MS = 16;

/** What the connection tells its owner. */
export interface ConnectionEvents {
  onMessage(message: ServerMessage): void;
  /** The server’s whole state has arrived. */
  onSynced(): void;
  /** The socket is gone, or an attempt to open it failed; the provider goes on trying. */
  onLost(): void;
  /** The server does not let this session in at all; nothing more will come. */
  onDenied(reason: string): void;
}

/** The stock provider, attached to one board. */
export interface BoardConnection {
  /** Sends what waits in the flush window and tells the server that nothing of ours is left behind. */
  flush(): void;
  /** Sends everything the server lacks, also what this document cannot place yet. */
  sendAll(): void;
  close(): void;
}

interface ConnectionOptions extends ConnectionEvents {
  readonly url: string;
  readonly boardId: string;
  readonly generation: number;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly meter: SyncMeter;
}

/** Connects and stays connected until `close`; attach only after the device’s own store has loaded into the document. */
export function connectBoard(options: ConnectionOptions): BoardConnection {
  const { doc, awareness, meter } = options;
  const socket = new HocuspocusProviderWebsocket({
    url: options.url,
    WebSocketPolyfill: meteredSocket(meter),
    ...retryOptions(),
    // Before the provider’s own listener, which waits for `delay` and tries again.
    onClose: ({ event }) => socket.setConfiguration(retryOptions(event.code)),
    onOpen: () => {
      // What was written meanwhile waits here update by update: step 2 brings all of it in one.
      socket["messageQueue"] = [];
    },
  });
  const provider = new HocuspocusProvider({
    name: documentName(options.boardId, options.generation),
    websocketProvider: socket,
    document: doc,
    awareness,
    flushDelay: FLUSH_DELAY_MS,
    onStateless: ({ payload }) => {
      const message = parseServerMessage(payload);
      if (message) options.onMessage(message);
    },
    onSynced: ({ state }) => {
      if (state) options.onSynced();
    },
    onAuthenticationFailed: ({ reason }) => options.onDenied(reason),
    onClose: () => options.onLost(),
  });

  // Whatever did not come from the server is on its way to it, also what another window of this device wrote.
  const ownUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) meter.held();
  };
  doc.on("update", ownUpdate);
  provider.attach();

  // A socket on a lost network stays "open" for half a minute: drop it at once and try anew. On a machine
  // without internet whose server is near, the next attempt simply succeeds.
  const networkChanged = () => {
    socket.onClose({ event: { code: 4000, reason: "network changed" } });
    provider.onClose();
    options.onLost();
  };
  window.addEventListener("offline", networkChanged);
  const networkBack = () => void socket.connect();
  window.addEventListener("online", networkBack);

  return {
    flush() {
      provider.flushPendingUpdates();
      provider.sendStateless(JSON.stringify({ type: "flushed" } satisfies ClientMessage));
    },
    sendAll() {
      meter.held();
      if (provider.isAuthenticated) provider.forceSync();
    },
    close() {
      window.removeEventListener("offline", networkChanged);
      window.removeEventListener("online", networkBack);
      doc.off("update", ownUpdate);
      provider.destroy();
      socket.destroy();
    },
  };
}
