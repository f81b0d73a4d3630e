import { documentName, parseServerMessage, type ServerMessage } from "@tavolo/schema";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";

const Type = { sync: 0, auth: 2, stateless: 5, status: 8 } as const;
const Sync = { step1: 0, step2: 1, update: 2 } as const;

/** A client of the wire that says just what a test has it say, and answers nothing by itself. */
export interface BareClient {
  /** What the server has sent. */
  readonly doc: Y.Doc;
  readonly messages: readonly ServerMessage[];
  /** Sync messages of each kind that have come from the server. */
  readonly heard: { step1: number; step2: number; acknowledged: number };
  /** Why the socket was closed; null while it is open. */
  closedFor(): string | null;
  sendToken(token: string): void;
  send(kind: keyof typeof Sync, bytes: Uint8Array): void;
  /** Resolves when something that the server sends, or its goodbye, makes it true. */
  until(holds: () => boolean): Promise<void>;
}

/** Opens a socket and says nothing yet; it is closed when the test has finished. */
export async function openBareClient(socketUrl: string, boardId: string): Promise<BareClient> {
  const name = documentName(boardId, 1);
  const doc = new Y.Doc();
  const messages: ServerMessage[] = [];
  const heard = { step1: 0, step2: 0, acknowledged: 0 };
  const waiting = new Set<() => void>();
  const socket = new WebSocket(socketUrl);
  onTestFinished(() => socket.terminate());

  const say = (type: number, body: (encoder: encoding.Encoder) => void) =>
    socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarString(encoder, name);
        encoding.writeVarUint(encoder, type);
        body(encoder);
      }),
    );
  socket.on("message", (data: Buffer) => {
    if (data.length === 1) return;
    const decoder = decoding.createDecoder(new Uint8Array(data));
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === Type.status) heard.acknowledged += 1;
    if (type === Type.stateless) {
      const message = parseServerMessage(decoding.readVarString(decoder));
      if (message) messages.push(message);
    }
    if (type === Type.sync) {
      const kind = decoding.readVarUint(decoder);
      if (kind === Sync.step1) heard.step1 += 1;
      else Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
      if (kind === Sync.step2) heard.step2 += 1;
    }
    for (const look of waiting) look();
  });
  let closedFor: string | null = null;
  socket.on("close", (_code, reason) => {
    closedFor = reason.toString();
    for (const look of waiting) look();
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });

  return {
    doc,
    messages,
    heard,
    closedFor: () => closedFor,
    sendToken: (token) =>
      say(Type.auth, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, token);
      }),
    send: (kind, bytes) =>
      say(Type.sync, (encoder) => {
        encoding.writeVarUint(encoder, Sync[kind]);
        encoding.writeVarUint8Array(encoder, bytes);
      }),
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
