/** Headings of what a Tally knows of latencies. */
export const LATENCIES = {
  toReaderP50: "to reader p50",
  toReaderP95: "p95",
  toReaderP99: "p99 ms",
  toAckP50: "to ack p50",
  toAckP95: "p95",
  toAckP99: "p99 ms",
} as const;
