import { WebSocket } from "ws";
import * as decoding from "lib0/decoding";

/** Counts, on the present socket, the sync messages that ask for an acknowledgement and the acknowledgements. */
export interface WireCount {
  sent: number;
  acknowledged: number;
}

const [SYNC, SYNC_STATUS, STEP1] = [0, 8, 0];

/**
 * A WebSocket for the stock provider that counts what it sends and what is acknowledged. Every class made
 * has its own count, so that one provider is watched by one class.
 */
export function countingSocket(headers: Record<string, string> = {}, Base: typeof WebSocket = WebSocket) {
  const count: WireCount = { sent: 0, acknowledged: 0 };
  class Socket extends Base {
    constructor(address: string) {
      super(address, { headers });
      // What an earlier socket was owed, nobody will acknowledge any more.
      count.sent = 0;
      count.acknowledged = 0;
      // One that is given up while it connects has an error to tell, and nobody listens any more.
      this.on("error", () => {});
      this.on("message", (data: Buffer) => {
        if (kindOf(new Uint8Array(data)).type === SYNC_STATUS) count.acknowledged += 1;
      });
    }

    override send(data: Uint8Array): void {
      const { type, sync } = kindOf(data);
      if (type === SYNC && sync !== STEP1) count.sent += 1;
      super.send(data);
    }
  }
  return { Socket, count };
}

function kindOf(frame: Uint8Array): { type: number; sync: number | null } {
  // A ping or a pong has no document.
  if (frame.length === 1) return { type: frame[0] ?? 0, sync: null };
  const decoder = decoding.createDecoder(frame);
  decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  return { type, sync: type === SYNC ? decoding.readVarUint(decoder) : null };
}
