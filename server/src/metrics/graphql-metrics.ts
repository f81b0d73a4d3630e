import { Counter, Histogram, type Registry } from "prom-client";
import { errorCodes } from "../errors.ts";
import type { OperationMeter } from "../graphql/operation-meter.ts";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * GraphQL as metrics. Operations are told apart by type and root field, which the schema bounds; the name of
 * an operation is the client’s free choice, and any stranger could fill the memory with new ones.
 */
export const graphqlMetrics = (registry: Registry): OperationMeter => {
  const operations = new Histogram({
    name: "tavolo_graphql_seconds",
    help: "How long operations took, by type, root field (several: more than one) and outcome.",
    labelNames: ["type", "field", "outcome"],
    buckets: SECONDS,
    registers: [registry],
  });
  const events = new Counter({
    name: "tavolo_graphql_events_total",
    help: "Answers delivered to subscriptions, by root field.",
    labelNames: ["field"],
    registers: [registry],
  });
  const errors = new Counter({
    name: "tavolo_graphql_errors_total",
    help: "Errors in answers, by code; OTHER is what graphql itself found wrong with a document.",
    labelNames: ["code"],
    registers: [registry],
  });
  return {
    answered({ type, field, outcome, seconds, codes }) {
      operations.observe({ type, field, outcome }, seconds);
      for (const code of codes) errors.inc({ code: code in errorCodes ? code : "OTHER" });
    },
    delivered: (field) => events.inc({ field }),
  };
};
