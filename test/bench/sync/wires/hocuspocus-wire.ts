import * as encoding from "lib0/encoding";
import { readBytes, readVarUint } from "./varint.ts";
import type { Heard, Wire } from "./wire.ts";

const [SYNC, AWARENESS, AUTH, SYNC_STATUS] = [0, 1, 2, 8];
const [STEP1, STEP2, UPDATE] = [0, 1, 2];
const TOKEN = 0;
const DENIED = 1;

/** A document that holds nothing: no client’s clock; as an update, no structs and no deletes. */
const EMPTY_STATE_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

const other: Heard = { kind: "other" };

/** The wire of @hocuspocus/provider 4, which Hocuspocus and Tavolo speak. */
export const hocuspocusWire = (path: string): Wire => ({
  acknowledges: true,
  keepsDocument: true,
  address: (port) => `ws://127.0.0.1:${port}${path}`,
  greeting: (room, token) => [authenticate(room, token), sync(room, STEP1!, EMPTY_STATE_VECTOR)],
  step1: (room) => sync(room, STEP1!, EMPTY_STATE_VECTOR),
  nothingNew: (room) => sync(room, STEP2!, EMPTY_UPDATE),
  update: (room, update) => sync(room, UPDATE!, update),
  awareness: (room, update) =>
    frame(room, AWARENESS!, (encoder) => encoding.writeVarUint8Array(encoder, update)),
  read,
});

function read(message: Buffer): Heard {
  // A ping of one byte has no document.
  if (message.length < 2) return other;
  const name = readVarUint(message, 0);
  const type = name.end + name.value;
  switch (message[type]) {
    case SYNC: {
      const kind = message[type + 1];
      if (kind === STEP1) return { kind: "step1" };
      return { kind: kind === UPDATE ? "update" : "document", payload: readBytes(message, type + 2) };
    }
    case AWARENESS:
      return { kind: "awareness", payload: readBytes(message, type + 1) };
    case SYNC_STATUS:
      return { kind: "acknowledged" };
    case AUTH:
      return message[type + 1] === DENIED ? { kind: "denied" } : other;
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
  frame(room, SYNC!, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });

const authenticate = (room: string, token: string) =>
  frame(room, AUTH!, (encoder) => {
    encoding.writeVarUint(encoder, TOKEN);
    encoding.writeVarString(encoder, token);
  });
