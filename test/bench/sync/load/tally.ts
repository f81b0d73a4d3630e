import { Latencies } from "./latencies.ts";

/** What readers got and how long it took, on one board or on many. */
export class Tally {
  /** Characters that reached somebody else. */
  deliveries = 0;
  readonly toReader = new Latencies();
  readonly toAck = new Latencies();

  /** Begins anew; what is under way counts where it arrives. */
  reset(): void {
    this.deliveries = 0;
    this.toReader.reset();
    this.toAck.reset();
  }

  latencies(): Record<string, number | null> {
    const [reader, ack] = [this.toReader.quantiles(), this.toAck.quantiles()];
    return {
      toReaderP50: reader?.p50 ?? null,
      toReaderP95: reader?.p95 ?? null,
      toReaderP99: reader?.p99 ?? null,
      toAckP50: ack?.p50 ?? null,
      toAckP95: ack?.p95 ?? null,
      toAckP99: ack?.p99 ?? null,
    };
  }

  /** Null stays null. */
  per100k(amount: number | null): number | null {
    return amount === null ? null : (amount / this.deliveries) * 100_000;
  }
}
