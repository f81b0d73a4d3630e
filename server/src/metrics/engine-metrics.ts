import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { EngineLoad, EngineMeter } from "../sync/engine-meter.ts";

/** From one commit on a quiet machine to a database that hardly answers. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** From one person who types to a hall that comes back online at once. */
const ENTRIES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

/** The engine’s work as metrics. */
export const engineMetrics = (registry: Registry): EngineMeter => {
  const registers = [registry];
  const flush = new Histogram({
    name: "tavolo_flush_seconds",
    help: "How long one transaction took that commits what waits on all boards.",
    buckets: SECONDS,
    registers,
  });
  const entries = new Histogram({
    name: "tavolo_flush_entries",
    help: "How many edits and decisions shared one transaction.",
    buckets: ENTRIES,
    registers,
  });
  const failures = new Counter({
    name: "tavolo_flush_failures_total",
    help: "Transactions that the database did not take; each is tried again.",
    registers,
  });
  const ack = new Histogram({
    name: "tavolo_ack_seconds",
    help: "From taking an edit in to telling its writer that it is saved.",
    buckets: SECONDS,
    registers,
  });
  const refused = new Counter({
    name: "tavolo_edits_refused_total",
    help: "Edits and decisions refused inside the transaction: a freeze or a lost right was faster.",
    registers,
  });
  const projection = new Histogram({
    name: "tavolo_projection_seconds",
    help: "How long it took to bring the rows that queries read up to a board’s journal.",
    buckets: SECONDS,
    registers,
  });
  return {
    flushed(done) {
      flush.observe(done.seconds);
      entries.observe(done.entries);
    },
    flushFailed: () => failures.inc(),
    acknowledged: (seconds) => ack.observe(seconds),
    refused: () => refused.inc(),
    projected: (seconds) => projection.observe(seconds),
  };
};

/** What the engine and the sockets carry, asked whenever the metrics are read. */
export interface Load extends EngineLoad {
  graphqlSockets: number;
  /** Whether edits do not reach the database. */
  failing: boolean;
}

/** Reads the load once for all gauges that show it. */
export const loadMetrics = (registry: Registry, read: () => Load): void => {
  const gauge = (name: string, help: string, set: (gauge: Gauge, load: Load) => void, label?: string) =>
    new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [registry],
      collect() {
        set(this, read());
      },
    });
  gauge(
    "tavolo_sockets",
    "Open WebSockets: sync carries boards, graphql subscriptions.",
    (sockets, load) => {
      sockets.set({ kind: "sync" }, load.sockets);
      sockets.set({ kind: "graphql" }, load.graphqlSockets);
    },
    "kind",
  );
  gauge("tavolo_rooms", "Boards open in this process.", (rooms, load) => rooms.set(load.rooms));
  gauge("tavolo_attachments", "People and programs at those boards.", (people, load) =>
    people.set(load.attachments),
  );
  gauge(
    "tavolo_queue_length",
    "What waits: edits for the journal, committed steps for the projection.",
    (queue, load) => {
      queue.set({ queue: "journal" }, load.uncommitted);
      queue.set({ queue: "projection" }, load.unprojected);
    },
    "queue",
  );
  gauge("tavolo_journal_failing", "1 while edits do not reach the database.", (failing, load) =>
    failing.set(load.failing ? 1 : 0),
  );
};
