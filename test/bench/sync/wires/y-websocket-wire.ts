import { MessageType, SyncKind } from "@tavolo/server/sync/wire/message-type.ts";
import * as encoding from "lib0/encoding";
import { readBytes } from "./varint.ts";
import type { Heard, Wire } from "./wire.ts";

const other: Heard = { kind: "other" };

/** The wire of y-websocket: a socket is for one document, which its address names; the first types have the same numbers. */
export const yWebsocketWire: Wire = {
  acknowledges: false,
  keepsDocument: true,
  address: (port, room) => `ws://127.0.0.1:${port}/${room}`,
  greeting: () => [sync(SyncKind.Step1, Uint8Array.of(0))],
  step1: () => sync(SyncKind.Step1, Uint8Array.of(0)),
  nothingNew: () => sync(SyncKind.Step2, Uint8Array.of(0, 0)),
  // It pings by WebSocket’s own frames, which the socket answers.
  pong: Uint8Array.of(),
  update: (_room, update) => sync(SyncKind.Update, update),
  awareness: (_room, update) => message(MessageType.Awareness, update),
  read(message) {
    if (message[0] === MessageType.Awareness) return { kind: "awareness", payload: readBytes(message, 1) };
    if (message[0] !== MessageType.Sync) return other;
    if (message[1] === SyncKind.Step1) return { kind: "step1" };
    return { kind: message[1] === SyncKind.Update ? "update" : "document", payload: readBytes(message, 2) };
  },
};

const message = (type: number, body: Uint8Array, kind?: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    if (kind !== undefined) encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });

const sync = (kind: number, body: Uint8Array) => message(MessageType.Sync, body, kind);
