import type { SyncMeter } from "./sync-meter.ts";

/** A WebSocket class for the provider whose every frame passes the meter. */
export function meteredSocket(meter: SyncMeter): typeof WebSocket {
  return class extends WebSocket {
    readonly #tally = meter.begin();

    constructor(url: string | URL) {
      super(url);
      this.addEventListener("message", (event: MessageEvent<ArrayBuffer>) =>
        this.#tally.frameReceived(new Uint8Array(event.data)),
      );
      this.addEventListener("close", () => this.#tally.end());
    }

    override send(frame: Uint8Array<ArrayBuffer>): void {
      this.#tally.frameSent(frame);
      super.send(frame);
    }

    override close(code?: number, reason?: string): void {
      // A socket on a dead network reports its end only after a long handshake; it counts no more from here.
      this.#tally.end();
      super.close(code, reason);
    }
  };
}
