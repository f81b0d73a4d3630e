import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from "@hocuspocus/provider";
import {
  type BoardEditor,
  documentName,
  editBoard,
  parseServerMessage,
  readBoard,
  type ServerMessage,
  swot,
} from "@tavolo/schema";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { countingSocket } from "./counting-socket.ts";

type Swot = typeof swot;

/** A participant’s stock provider on a board, outside a browser. */
export interface BoardClient {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly editor: BoardEditor<Swot>;
  readonly messages: readonly ServerMessage[];
  /** Sync messages that ask for an acknowledgement, as sent on the present socket. */
  sent(): number;
  /** Those of them that the server has acknowledged. */
  acknowledged(): number;
  /** Resolves when everything this client sent is acknowledged. */
  saved(): Promise<void>;
  read(): ReturnType<typeof readBoard<Swot>>;
  /** Resolves when the document, awareness or a side message makes it true. */
  until(holds: () => boolean): Promise<void>;
  /** Resolves when the socket is closed. */
  disconnect(): Promise<void>;
  connect(): void;
  destroy(): void;
}

export interface BoardClientOptions {
  url: string;
  boardId: string;
  token?: string;
  /** A browser’s session instead of a token. */
  cookie?: string;
  generation?: number;
  doc?: Y.Doc;
  /** When it counts as open: with the document, or as soon as the server has said anything. */
  ready?: "synced" | "told";
  /** The WebSocket to use, for an unsteady network. */
  socket?: typeof WebSocket;
}

/** Opens a board with the stock provider and resolves once it has the document; whoever opens it destroys it. */
export async function connectBoardClient(options: BoardClientOptions): Promise<BoardClient> {
  const { url, boardId, token = "", cookie, generation = 1, doc = new Y.Doc(), ready = "synced" } = options;
  const { Socket, count } = countingSocket(cookie ? { cookie, origin: url } : {}, options.socket);
  const messages: ServerMessage[] = [];
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${url.replace(/^http/, "ws")}/sync`,
    WebSocketPolyfill: Socket,
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
  });
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: documentName(boardId, generation),
    document: doc,
    token,
    onStateless: ({ payload }) => {
      const message = parseServerMessage(payload);
      if (message) messages.push(message);
    },
  });
  const listeners = new Set<() => void>();
  const heard = () => {
    for (const listener of listeners) listener();
  };
  doc.on("update", heard);
  provider.awareness?.on("change", heard);
  for (const event of ["stateless", "message", "status", "disconnect"]) provider.on(event, heard);

  const client: BoardClient = {
    doc,
    provider,
    editor: editBoard(swot, doc, { origin: "test" }),
    messages,
    sent: () => count.sent,
    acknowledged: () => count.acknowledged,
    // While the socket is away the counts are of the one before it.
    saved: () => client.until(() => provider.isSynced && count.sent > 0 && count.acknowledged === count.sent),
    read: () => readBoard(swot, doc),
    until: (holds) =>
      new Promise((resolve) => {
        const check = () => {
          if (!holds()) return;
          listeners.delete(check);
          resolve();
        };
        listeners.add(check);
        check();
      }),
    disconnect: () => {
      websocketProvider.disconnect();
      return client.until(() => websocketProvider.status === WebSocketStatus.Disconnected);
    },
    connect: () => void websocketProvider.connect(),
    destroy: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
  provider.attach();
  if (ready === "synced") await client.until(() => provider.isSynced);
  else await client.until(() => messages.length > 0);
  return client;
}
