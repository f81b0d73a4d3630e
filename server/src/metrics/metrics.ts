import { collectDefaultMetrics, Registry } from "prom-client";
import type { OperationMeter } from "../graphql/operation-meter.ts";
import type { RequestMeter } from "../http/request-meter.ts";
import type { EngineMeter } from "../sync/engine-meter.ts";
import { engineMetrics, type Load, loadMetrics } from "./engine-metrics.ts";
import { graphqlMetrics } from "./graphql-metrics.ts";
import { httpMetrics } from "./http-metrics.ts";

/** Numbers about this process for Prometheus, and the meters that fill them. */
export interface Metrics {
  engine: EngineMeter;
  operations: OperationMeter;
  requests: RequestMeter;
  /** Says where the load is read; once. */
  watch(load: () => Load): void;
  /** Everything in Prometheus’s text format. */
  write(): Promise<{ mediaType: string; text: string }>;
}

/** Each server has a registry of its own: several may run in one process. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    engine: engineMetrics(registry),
    operations: graphqlMetrics(registry),
    requests: httpMetrics(registry),
    watch: (load) => loadMetrics(registry, load),
    write: async () => ({ mediaType: registry.contentType, text: await registry.metrics() }),
  };
};
