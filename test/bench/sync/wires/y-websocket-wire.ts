import * as encoding from "lib0/encoding";
import { readBytes } from "./varint.ts";
import type { Heard, Wire } from "./wire.ts";

const [SYNC, AWARENESS] = [0, 1];
const [STEP1, STEP2, UPDATE] = [0, 1, 2];

const other: Heard = { kind: "other" };

/** The wire of y-websocket: a socket is for one document, which its address names. */
export const yWebsocketWire: Wire = {
  acknowledges: false,
  keepsDocument: true,
  address: (port, room) => `ws://127.0.0.1:${port}/${room}`,
  greeting: () => [sync(STEP1!, Uint8Array.of(0))],
  step1: () => sync(STEP1!, Uint8Array.of(0)),
  nothingNew: () => sync(STEP2!, Uint8Array.of(0, 0)),
  update: (_room, update) => sync(UPDATE!, update),
  awareness: (_room, update) => message(AWARENESS!, update),
  read(message) {
    if (message[0] === AWARENESS) return { kind: "awareness", payload: readBytes(message, 1) };
    if (message[0] !== SYNC) return other;
    if (message[1] === STEP1) return { kind: "step1" };
    return { kind: message[1] === UPDATE ? "update" : "document", payload: readBytes(message, 2) };
  },
};

const message = (type: number, body: Uint8Array, kind?: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    if (kind !== undefined) encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });

const sync = (kind: number, body: Uint8Array) => message(SYNC!, body, kind);
