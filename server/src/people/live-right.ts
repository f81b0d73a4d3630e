import type { LiveAccess } from "./live-access.ts";
import type { Viewer } from "./viewer.ts";

/** A timer counts no further than 2³¹ milliseconds; looking again before that harms nothing. */
const LONGEST_TIMER_MS = 24 * 86_400_000;

interface LiveRightOptions<Right> {
  readonly access: Pick<LiveAccess, "watch">;
  readonly viewer: Viewer;
  /** Reads the right afresh, follows what it finds, and answers for how long it lasts; throws when it is gone. */
  readonly read: () => Promise<Right>;
  /** Hears what a later reading threw; nothing is read from then on. */
  readonly lost: (error: unknown) => void;
}

/**
 * The right of something that stays open: read at its beginning, whenever the hub says that it may have changed,
 * and when its time is up. Readings never overlap, so that an older one cannot win over a newer one.
 */
export class LiveRight<Right extends { readonly endsInMs: number | null }> {
  #stopped = false;
  #doubt = false;
  #reading = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #unwatch: () => void;

  constructor(private readonly options: LiveRightOptions<Right>) {
    this.#unwatch = options.access.watch(options.viewer, () => this.#check());
  }

  /** The first reading; throws what it throws. What changes meanwhile is read behind it. */
  async begin(): Promise<Right> {
    this.#reading = true;
    try {
      return await this.#read();
    } catch (error) {
      this.stop();
      throw error;
    } finally {
      this.#reading = false;
      if (this.#doubt) this.#check();
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#unwatch();
  }

  #check(): void {
    this.#doubt = true;
    if (!this.#reading && !this.#stopped) void this.#readWhileInDoubt();
  }

  async #readWhileInDoubt(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#doubt && !this.#stopped) await this.#read();
    } catch (error) {
      if (this.#stopped) return;
      this.stop();
      this.options.lost(error);
    } finally {
      this.#reading = false;
    }
  }

  async #read(): Promise<Right> {
    this.#doubt = false;
    clearTimeout(this.#timer);
    const right = await this.options.read();
    const { endsInMs } = right;
    if (!this.#stopped && endsInMs !== null) {
      const wait = Math.min(Math.max(endsInMs, 1), LONGEST_TIMER_MS);
      this.#timer = setTimeout(() => this.#check(), wait).unref();
    }
    return right;
  }
}
