import type { EntityManager } from "../../database/entity-manager.ts";
import type { Logger } from "pino";
import { type EngineMeter, secondsSince } from "../engine-meter.ts";
import type { QueueEntry } from "../rooms/queue-entry.ts";
import type { Room, RoomBatch } from "../rooms/room.ts";
import { commitAtOnce } from "./commit-at-once.ts";
import { type BatchOutcome, commitBatches } from "./commit-batches.ts";

/** While the database does not answer, the next try comes after this long, doubling up to the maximum. */
const RETRY_FIRST_MS = 100;
const RETRY_MAX_MS = 1_000;

/**
 * While several people write, a commit begins with the first edit that comes so long after the one before began, and
 * a little later without one: what they type meanwhile shares it, and leaves as one piece to every socket. Most commits
 * then begin in a turn of the event loop that an edit has begun already.
 */
const WINDOW_MS = { least: 20, most: 22 };

/**
 * The one place that writes journals: takes what waits in all rooms, commits it in one transaction, and
 * begins anew while there is work. Alone an edit is committed at once; under load many share a commit.
 */
export class FlushLoop {
  failingSince: Date | null = null;
  readonly #waiting = new Set<Room>();
  #running: Promise<void> | null = null;
  #retryMs = RETRY_FIRST_MS;
  #stopped = false;
  #lastBegun = -Infinity;
  #lastWriters: ReadonlySet<string> = new Set();
  /** Ends the window that is being waited for, where it is open long enough. */
  #edited: (() => void) | null = null;

  constructor(
    private readonly em: EntityManager,
    private readonly log: Logger,
    private readonly meter: EngineMeter,
    private readonly settle: (batch: RoomBatch, outcome: BatchOutcome) => void,
  ) {}

  /** Notes that a room has something to commit or to answer. */
  wake(room: Room): void {
    this.#waiting.add(room);
    this.#running ??= this.#run();
    this.#edited?.();
  }

  /** Resolves when all that waits is committed; gives up on what the database has not taken. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // Everything that arrives in this turn of the event loop shares the first commit.
    await new Promise(setImmediate);
    try {
      for (;;) {
        await this.#window();
        const rooms = [...this.#waiting].filter((room) => room.hasWork);
        this.#waiting.clear();
        if (rooms.length === 0) return;
        await this.#flush(rooms.map((room) => room.takeBatch()));
        if (this.#stopped && this.failingSince) return;
      }
    } finally {
      this.#running = null;
    }
  }

  /** Waits until a commit may begin: at once for one who writes alone. */
  async #window(): Promise<void> {
    const opened = this.#lastBegun + WINDOW_MS.least;
    if (performance.now() >= opened || this.#stopped) return;
    const writers = writersOf([...this.#waiting].flatMap((room) => room.queued));
    if (writers.size === 0 || new Set([...writers, ...this.#lastWriters]).size === 1) return;
    const timeUp = Promise.withResolvers<void>();
    const timer = setTimeout(timeUp.resolve, this.#lastBegun + WINDOW_MS.most - performance.now());
    this.#edited = () => {
      if (performance.now() >= opened) timeUp.resolve();
    };
    await timeUp.promise;
    this.#edited = null;
    clearTimeout(timer);
  }

  #measure(writing: readonly RoomBatch[], started: number): void {
    const entries = writing.reduce((sum, batch) => sum + batch.entries.length, 0);
    this.meter.flushed({ seconds: secondsSince(started), entries });
  }

  async #commit(writing: readonly RoomBatch[]): Promise<Map<RoomBatch, BatchOutcome>> {
    // What the database has just not taken is looked at entry by entry.
    const atOnce = this.failingSince ? null : await commitAtOnce(this.em, writing);
    return atOnce ?? commitBatches(this.em, writing);
  }

  async #flush(batches: readonly RoomBatch[]): Promise<void> {
    let outcomes: Map<RoomBatch, BatchOutcome>;
    const writing = batches.filter(({ entries }) => entries.length > 0);
    const started = performance.now();
    if (writing.length > 0) {
      this.#lastBegun = started;
      this.#lastWriters = writersOf(writing.flatMap(({ entries }) => entries));
    }
    try {
      outcomes = writing.length > 0 ? await this.#commit(writing) : new Map();
    } catch (error) {
      this.failingSince ??= new Date();
      this.meter.flushFailed();
      this.log.error({ err: error }, "journal not written; trying again");
      for (const batch of batches) {
        batch.room.returnBatch(batch);
        this.#waiting.add(batch.room);
      }
      if (!this.#stopped) await new Promise((resolve) => setTimeout(resolve, this.#retryMs));
      this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MAX_MS);
      return;
    }
    this.failingSince = null;
    this.#retryMs = RETRY_FIRST_MS;
    if (writing.length > 0) this.#measure(writing, started);
    for (const batch of batches) {
      batch.room.batchDone();
      try {
        this.settle(batch, outcomes.get(batch) ?? { committed: [], refused: [], postponed: [] });
      } catch (error) {
        // A fault in telling one board’s people must not stop the journals of all others.
        this.log.error({ err: error, boardId: batch.room.boardId }, "batch not settled");
      }
      if (batch.room.hasWork) this.#waiting.add(batch.room);
    }
  }
}

const writersOf = (entries: Iterable<QueueEntry>): Set<string> =>
  new Set(Array.from(entries, ({ actor }) => actor.participantId));
