import { WebSocket } from "ws";
import type { Chance } from "./chance.ts";

/** Longer than most ticks, short against the provider’s patience. */
const LONGEST_DELAY_MS = 12;

/** A socket whose frames leave late, now and then, and always in their order. */
export function unsteadySocket(chance: Chance): typeof WebSocket {
  return class UnsteadySocket extends WebSocket {
    #held: Uint8Array[] = [];
    #timer: NodeJS.Timeout | null = null;

    override send(data: Uint8Array): void {
      if (this.#timer === null && !chance.in100(15)) {
        super.send(data);
        return;
      }
      this.#held.push(data);
      this.#timer ??= setTimeout(() => this.#release(), chance.below(LONGEST_DELAY_MS));
    }

    #release(): void {
      this.#timer = null;
      const held = this.#held;
      this.#held = [];
      // What the cut of a socket takes with it, the provider sends again on the next one.
      for (const data of held) if (this.readyState === this.OPEN) super.send(data);
    }
  };
}
