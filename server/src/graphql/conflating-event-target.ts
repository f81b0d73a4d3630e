import { setMaxListeners } from "node:events";

/**
 * Delivers of each topic the latest event of a tick. Our subscribers take an event as a sign to look, so none
 * is lost to them; delivered one by one, the thousand edits that somebody brings back from a train would
 * overflow the queue of every subscriber at once and end the process.
 */
export class ConflatingEventTarget extends EventTarget {
  readonly #waiting = new Map<string, Event>();

  constructor() {
    super();
    // A board has as many subscribers as it has readers; Node would take more than ten for a leak.
    setMaxListeners(0, this);
  }

  override dispatchEvent(event: Event): boolean {
    if (this.#waiting.size === 0) queueMicrotask(() => this.#deliver());
    this.#waiting.set(event.type, event);
    return true;
  }

  #deliver(): void {
    const events = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const event of events) super.dispatchEvent(event);
  }
}
