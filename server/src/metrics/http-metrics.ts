import { Histogram, type Registry } from "prom-client";
import type { RequestMeter } from "../http/request-meter.ts";

const SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** HTTP answers as metrics, by route: an address may hold an invitation’s code. */
export const httpMetrics = (registry: Registry): RequestMeter => {
  const requests = new Histogram({
    name: "tavolo_http_seconds",
    help: "How long HTTP requests took, by route, method and status.",
    labelNames: ["route", "method", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    answered: ({ route, method, status, seconds }) => requests.observe({ route, method, status }, seconds),
  };
};
