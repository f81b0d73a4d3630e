export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const BUCKET_MS = 0.1;
const LONGEST_MS = 10_000;

/** Very many durations in little room, to a tenth of a millisecond; what takes ten seconds or longer counts as ten. */
export class Latencies {
  readonly #buckets = new Uint32Array(LONGEST_MS / BUCKET_MS + 1);
  #count = 0;

  add(milliseconds: number): void {
    const bucket = Math.min(Math.floor(milliseconds / BUCKET_MS), this.#buckets.length - 1);
    this.#buckets[bucket]! += 1;
    this.#count += 1;
  }

  reset(): void {
    this.#buckets.fill(0);
    this.#count = 0;
  }

  /** Null where nothing was measured. */
  quantiles(): Quantiles | null {
    if (this.#count === 0) return null;
    return { p50: this.#quantile(0.5), p95: this.#quantile(0.95), p99: this.#quantile(0.99) };
  }

  #quantile(share: number): number {
    let left = Math.ceil(this.#count * share);
    for (const [bucket, count] of this.#buckets.entries()) {
      left -= count;
      if (left <= 0) return Math.round((bucket + 1) * BUCKET_MS * 10) / 10;
    }
    return LONGEST_MS;
  }
}
