import { PATIENCE_MS } from "./save-status.ts";
import type { SyncMeter } from "./sync-meter.ts";

/** Notices when the server owes an answer for too long. Patience starts anew with each answer: only silence is overdue. */
export class AnswerPatience {
  overdue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #acknowledged = -1;

  constructor(private readonly ranOut: () => void) {}

  /** Looks at the meter after each of its counts. */
  follow(meter: Pick<SyncMeter, "settled" | "tally">): void {
    if (meter.settled) {
      this.end();
      this.overdue = false;
      this.#acknowledged = -1;
      return;
    }
    const acknowledged = meter.tally?.acknowledged ?? 0;
    if (acknowledged === this.#acknowledged) return;
    this.#acknowledged = acknowledged;
    this.overdue = false;
    this.end();
    this.#timer = setTimeout(() => {
      this.overdue = true;
      this.ranOut();
    }, PATIENCE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
