const MIB = 1024 * 1024;

/**
 * What a socket may send at once: eight of the largest frames, each an offline day of a large board, and as many
 * small ones as a flood of presence that comes late from a slow network.
 */
export const BURST = { bytes: 32 * MIB, frames: 5_000 } as const;

/**
 * And each second from then on: the stock provider repeats everybody’s presence, which at a table of two hundred
 * is some 60 frames and 1 MiB a second; nobody types faster than that.
 */
export const PER_SECOND = { bytes: 2 * MIB, frames: 500 } as const;

/** Frames that ask for more than their own bytes, in bytes: the whole document, and a look into the database. */
export const EXTRA_BYTES = { step1: 256 * 1024, auth: 64 * 1024 } as const;

/** Whoever was slowed for so long without a pause sends what no board needs. */
export const ABUSIVE_AFTER_MS = 60_000;

/** How much and how often a socket sends, in two buckets that fill up as time goes by. */
export class SocketBudget {
  #bytes: number = BURST.bytes;
  #frames: number = BURST.frames;
  #slowedSince: number | null = null;

  constructor(private at: number) {}

  /**
   * Counts a frame at a time in milliseconds; answers for how many nothing more is to be read, or that this has
   * gone on for too long.
   */
  charge(bytes: number, now: number): number | "abusive" {
    const seconds = (now - this.at) / 1_000;
    this.at = now;
    const filled = Math.min(BURST.bytes, this.#bytes + seconds * PER_SECOND.bytes);
    const refilled = Math.min(BURST.frames, this.#frames + seconds * PER_SECOND.frames);
    if (filled > BURST.bytes / 2 && refilled > BURST.frames / 2) this.#slowedSince = null;
    this.#bytes = filled - bytes;
    this.#frames = refilled - 1;
    const debt = Math.max(-this.#bytes / PER_SECOND.bytes, -this.#frames / PER_SECOND.frames);
    if (debt <= 0) return 0;
    this.#slowedSince ??= now;
    return now - this.#slowedSince > ABUSIVE_AFTER_MS ? "abusive" : Math.ceil(debt * 1_000);
  }
}
