import type { EntityManager } from "../../database/entity-manager.ts";
import type { Log } from "../../log.ts";
import { secondsSince } from "../engine-meter.ts";
import type { QueueEntry } from "../rooms/queue-entry.ts";
import { Compaction, MOST_STEPS } from "./compaction.ts";

/**
 * A board is compacted while people write on it once so much stands behind its snapshot: after a stop it is
 * replayed, which takes a fifth of a second for so many steps, and in front of it the database grows. Each costs
 * about as much as a thousand commits, so it must not come more often.
 */
const DUE_STEPS = 5_000;
const DUE_BYTES = 4 * 1024 * 1024;

/** Quiet is a board on which nobody has written for so long; then, or when its room unloads, fewer steps will do. */
const QUIET_MS = 60_000;
const QUIET_STEPS = 100;

/** What failed is not tried again at once: the database or the board needs somebody to look at it. */
const PAUSE_MS = 5 * 60_000;

/** What stands behind a board’s snapshot. */
interface Tail {
  steps: number;
  bytes: number;
  /** When the last step came, by `performance.now()`. */
  last: number;
}

/** Decides when a board is compacted: when much stands behind its snapshot, when it falls quiet, when its room unloads. */
export class Compactor {
  readonly #compaction: Compaction;
  readonly #tails = new Map<string, Tail>();
  readonly #paused = new Map<string, number>();
  /** Compactions that wait or run, one after the other: the other core is for those who write meanwhile. */
  readonly #due = new Map<string, Promise<void>>();
  #last: Promise<void> = Promise.resolve();
  readonly #closing = new AbortController();
  readonly #watch: NodeJS.Timeout;

  constructor(
    em: EntityManager,
    private readonly log: Log,
  ) {
    this.#compaction = new Compaction(em);
    this.#watch = setInterval(() => this.#lookForQuiet(), QUIET_MS);
    this.#watch.unref();
  }

  /** A room was loaded by replaying so much behind its snapshot. */
  opened(boardId: string, { steps, bytes }: { steps: number; bytes: number }): void {
    this.#tails.set(boardId, { steps, bytes, last: performance.now() });
    this.#ifDue(boardId);
  }

  /** Steps of a board were committed. */
  grown(boardId: string, committed: readonly { entry: QueueEntry }[]): void {
    const tail = this.#tails.get(boardId);
    if (!tail || committed.length === 0) return;
    tail.steps += committed.length;
    for (const { entry } of committed) if (entry.type === "edit") tail.bytes += entry.bytes.length;
    tail.last = performance.now();
    this.#ifDue(boardId);
  }

  /** The room of a board was let go. */
  left(boardId: string): void {
    const tail = this.#tails.get(boardId);
    this.#tails.delete(boardId);
    if (tail && tail.steps >= QUIET_STEPS) this.#soon(boardId);
  }

  /** Compacts all that is projected of a board; rejects where that fails, after the log has it. */
  async compact(boardId: string): Promise<void> {
    await this.#due.get(boardId)?.catch(() => {});
    await this.#enqueue(boardId).catch((error: unknown) => this.#failed(boardId, error));
  }

  /** Ends what is under way, which leaves the journal as it was. */
  async stop(): Promise<void> {
    clearInterval(this.#watch);
    this.#closing.abort();
    await this.#last;
  }

  #ifDue(boardId: string): void {
    const tail = this.#tails.get(boardId);
    if (tail && (tail.steps >= DUE_STEPS || tail.bytes >= DUE_BYTES)) this.#soon(boardId);
  }

  #lookForQuiet(): void {
    for (const [boardId, { steps, last }] of this.#tails) {
      if (steps >= QUIET_STEPS && performance.now() - last >= QUIET_MS) this.#soon(boardId);
    }
  }

  #soon(boardId: string): void {
    if (this.#due.has(boardId) || performance.now() < (this.#paused.get(boardId) ?? 0)) return;
    this.#enqueue(boardId)
      .catch((error: unknown) => this.#failed(boardId, error))
      .catch(() => {});
  }

  #failed(boardId: string, error: unknown): never {
    if (!this.#closing.signal.aborted) {
      this.#paused.set(boardId, performance.now() + PAUSE_MS);
      this.log.error({ err: error, boardId }, "board not compacted; its journal stays whole");
    }
    throw error;
  }

  #enqueue(boardId: string): Promise<void> {
    const done = this.#last.then(() => this.#run(boardId));
    this.#due.set(boardId, done);
    this.#last = done.catch(() => {}).finally(() => this.#due.delete(boardId));
    return done;
  }

  async #run(boardId: string): Promise<void> {
    const { signal } = this.#closing;
    const started = performance.now();
    let steps = 0;
    let taken: number;
    do {
      taken = signal.aborted ? 0 : await this.#compaction.run(boardId, signal);
      steps += taken;
    } while (taken === MOST_STEPS);
    const tail = this.#tails.get(boardId);
    // Bytes of what came meanwhile are counted as none: they are few.
    if (tail) Object.assign(tail, { steps: Math.max(0, tail.steps - steps), bytes: 0 });
    this.#paused.delete(boardId);
    if (steps > 0) this.log.info({ boardId, steps, seconds: secondsSince(started) }, "board compacted");
  }
}
