import { AuthKind, MessageType, SyncKind } from "@tavolo/server/sync/wire/message-type.ts";
import * as encoding from "lib0/encoding";
import { readBytes, readVarUint } from "./varint.ts";
import type { Heard, Wire } from "./wire.ts";

/** A document that holds nothing: no client’s clock; as an update, no structs and no deletes. */
const EMPTY_STATE_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

const other: Heard = { kind: "other" };

/** The wire of @hocuspocus/provider 4, which Hocuspocus and Tavolo speak. */
export const hocuspocusWire = (path: string): Wire => ({
  acknowledges: true,
  keepsDocument: true,
  address: (port) => `ws://127.0.0.1:${port}${path}`,
  greeting: (room, token) => [authenticate(room, token), sync(room, SyncKind.Step1, EMPTY_STATE_VECTOR)],
  step1: (room) => sync(room, SyncKind.Step1, EMPTY_STATE_VECTOR),
  nothingNew: (room) => sync(room, SyncKind.Step2, EMPTY_UPDATE),
  pong: Uint8Array.of(MessageType.Pong),
  update: (room, update) => sync(room, SyncKind.Update, update),
  awareness: (room, update) =>
    frame(room, MessageType.Awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)),
  read,
});

function read(message: Buffer): Heard {
  // A ping of one byte has no document.
  if (message.length === 1) return message[0] === MessageType.Ping ? { kind: "ping" } : other;
  const name = readVarUint(message, 0);
  const type = name.end + name.value;
  switch (message[type]!) {
    case MessageType.Sync: {
      const kind = message[type + 1];
      if (kind === SyncKind.Step1) return { kind: "step1" };
      return {
        kind: kind === SyncKind.Update ? "update" : "document",
        payload: readBytes(message, type + 2),
      };
    }
    case MessageType.Awareness:
      return { kind: "awareness", payload: readBytes(message, type + 1) };
    case MessageType.SyncStatus:
      return { kind: "acknowledged" };
    case MessageType.Auth:
      return message[type + 1] === AuthKind.PermissionDenied ? { kind: "denied" } : other;
    default:
      return other;
  }
}

const frame = (room: string, type: number, body: (encoder: encoding.Encoder) => void) =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, room);
    encoding.writeVarUint(encoder, type);
    body(encoder);
  });

const sync = (room: string, kind: number, body: Uint8Array) =>
  frame(room, MessageType.Sync, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });

const authenticate = (room: string, token: string) =>
  frame(room, MessageType.Auth, (encoder) => {
    encoding.writeVarUint(encoder, AuthKind.Token);
    encoding.writeVarString(encoder, token);
  });
