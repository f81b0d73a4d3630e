import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Config } from "../config.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { isLoopback } from "./is-loopback.ts";
import { plain, type Route } from "./request-handler.ts";

/** `GET /metrics` for Prometheus; not for everybody, since it tells how busy whose city is. */
export const metricsRoute =
  (metrics: Pick<Metrics, "write">, config: Pick<Config, "metricsToken" | "publicUrl">): Route =>
  async (request, response, { path }) => {
    if (path !== "/metrics" || request.method !== "GET") return false;
    if (config.metricsToken === null && !isOwnMachine(request, config)) {
      plain(response, 403, "Set METRICS_TOKEN to read the metrics of a server that others reach.");
      return true;
    }
    if (config.metricsToken !== null && !bringsToken(request, config.metricsToken)) {
      response.setHeader("www-authenticate", "Bearer");
      plain(response, 401, "The metrics need the bearer token that METRICS_TOKEN sets.");
      return true;
    }
    const { mediaType, text } = await metrics.write();
    response.writeHead(200, { "content-type": mediaType, "cache-control": "no-store" });
    response.end(text);
    return true;
  };

/** Behind a proxy on the same machine everybody seems to come from it: only a server that has no public address trusts that. */
const isOwnMachine = ({ socket }: IncomingMessage, { publicUrl }: Pick<Config, "publicUrl">): boolean =>
  isLoopback(new URL(publicUrl).hostname) && isLoopback(socket.remoteAddress ?? "");

const bringsToken = ({ headers }: IncomingMessage, token: string): boolean =>
  timingSafeEqual(hash(headers.authorization ?? ""), hash(`Bearer ${token}`));

const hash = (text: string) => createHash("sha256").update(text).digest();
