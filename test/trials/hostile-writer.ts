import { documentName, editBoard, parseServerMessage, type ServerMessage, swot } from "@tavolo/schema";
import { writeAwareness } from "@tavolo/server/sync/presence/awareness-update.ts";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";

const Type = { sync: 0, awareness: 1, auth: 2, stateless: 5, close: 7, status: 8 } as const;
const Sync = { step1: 0, step2: 1, update: 2 } as const;

/** Someone at a board who heeds nothing: writes on after a refusal, and asks to be let in again each time. */
export interface HostileWriter {
  /** Resolves with the first message that makes it true. */
  told(is: (message: ServerMessage) => boolean): Promise<ServerMessage>;
  write(text: string): void;
  /** Makes one edit in the name of a fresh copy of the board; resolves with “ok” or the code that refused it. */
  attempt(change: (doc: Y.Doc) => void): Promise<string>;
  /** Sends any update as it is; resolves with “ok” or the code that refused it. */
  send(update: Uint8Array): Promise<string>;
  /** Says where it is, under any client id. */
  announce(clientId: number): void;
  /** Its copy of the board as it stands. */
  copy(): Y.Doc;
  /** Sends bytes as a frame, whatever they are. */
  sendFrame(bytes: Uint8Array): void;
  /** Why the socket was closed; null while it is open. */
  closedFor(): string | null;
  /** Resolves when that many edits have been acknowledged. */
  untilSaved(count: number): Promise<void>;
  /** Asks to be let in, and resolves when all that was sent before has been read and this is answered. */
  answered(): Promise<void>;
  close(): void;
}

/** Sits down at a board over a bare socket, with a session’s cookie or a token. */
export const openHostileWriter = async (
  url: string,
  boardId: string,
  { cookie, token = "" }: { cookie?: string; token?: string },
): Promise<HostileWriter> => {
  const name = documentName(boardId, 1);
  const doc = new Y.Doc();
  const editor = editBoard(swot, doc, { origin: "hostile" });
  const messages: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  let saved = 0;
  let synced = false;
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/sync`, {
    headers: cookie ? { cookie, origin: url } : {},
  });

  const send = (type: number, body: (encoder: encoding.Encoder) => void): void => {
    const frame = encoding.encode((encoder) => {
      encoding.writeVarString(encoder, name);
      encoding.writeVarUint(encoder, type);
      body(encoder);
    });
    if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  };
  const sendSync = (kind: number, bytes: Uint8Array): void =>
    send(Type.sync, (encoder) => {
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  const authenticate = (): void =>
    send(Type.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, token);
    });
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds() && socket.readyState !== WebSocket.CLOSED) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  const receive = (data: Buffer): void => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    if (data.length === 1) return;
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === Type.status) saved += 1;
    if (type === Type.stateless) {
      const message = parseServerMessage(decoding.readVarString(decoder));
      if (message) messages.push(message);
    }
    if (type === Type.sync) {
      const kind = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (kind === Sync.step1) sendSync(Sync.step2, Y.encodeStateAsUpdate(doc, bytes));
      else Y.applyUpdate(doc, bytes, "server");
      if (kind === Sync.step2) synced = true;
    }
    for (const look of waiting) look();
  };
  socket.on("message", receive);
  let closedFor: string | null = null;
  socket.on("close", (_code, reason) => {
    closedFor = reason.toString();
    for (const look of waiting) look();
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server") return;
    // Whoever was refused is heard again only after a new token: so it is sent each time.
    if (messages.some(({ type }) => type === "refused")) authenticate();
    sendSync(Sync.update, update);
  });
  const answered = (): Promise<void> => {
    const answers = () => messages.filter(({ type }) => type === "refused" || type === "welcome").length;
    const before = answers();
    authenticate();
    return until(() => answers() > before);
  };
  const copyOf = (): Y.Doc => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    return copy;
  };
  const attempt = async (update: Uint8Array): Promise<string> => {
    const refusals = () => messages.filter(({ type }) => type === "refused");
    const [before, savedBefore] = [refusals().length, saved];
    sendSync(Sync.update, update);
    await until(() => saved > savedBefore || refusals().length > before);
    const refusal = refusals()[before];
    if (refusal?.type === "refused") {
      await answered();
      return refusal.code;
    }
    Y.applyUpdate(doc, update, "server");
    return "ok";
  };
  authenticate();
  sendSync(Sync.step1, Y.encodeStateVector(doc));
  await until(() => synced || messages.some(({ type }) => type === "refused"));

  return {
    async told(is) {
      await until(() => messages.some(is));
      return messages.find(is)!;
    },
    async attempt(change) {
      const copy = copyOf();
      const known = Y.encodeStateVector(copy);
      change(copy);
      return attempt(Y.encodeStateAsUpdate(copy, known));
    },
    send: attempt,
    announce: (clientId) =>
      send(Type.awareness, (encoder) =>
        encoding.writeVarUint8Array(encoder, writeAwareness([{ clientId, clock: 1, state: {} }])),
      ),
    copy: copyOf,
    sendFrame: (bytes) => socket.send(bytes),
    closedFor: () => closedFor,
    write: (text) => void editor.add("notes", { text, section: "S", language: "en" }),
    untilSaved: (count) => until(() => saved >= count),
    answered,
    close: () => {
      socket.terminate();
      doc.destroy();
    },
  };
};
