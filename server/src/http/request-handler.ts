import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Config } from "../config.ts";
import { describeFault } from "../describe-fault.ts";
import type { Log } from "../log.ts";
import { clientAddress } from "./client-address.ts";
import { correlationIdOf } from "./correlation-id.ts";
import type { RequestMeter } from "./request-meter.ts";
import type { RequestScope } from "./request-scope.ts";
import { secureHeaders } from "./security-headers.ts";

/** Answers a request, or returns false where the path is not its own. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  scope: RequestScope & { path: string },
) => Promise<boolean> | boolean;

/** What a screen fetches and machines look at every few seconds says little in a log; failures of it are kept. */
const QUIET_ROUTES = new Set(["client", "graphiql", "health", "metrics", "graphql"]);

/** How long whoever comes while the server stops should wait: a restart takes a few seconds. */
const COME_BACK_SECONDS = 5;

interface Surroundings {
  config: Config;
  log: Log;
  meter: RequestMeter;
  /** Whether the server is about to stop: what is under way is finished, nothing new is begun. */
  isClosing: () => boolean;
}

/**
 * Tries the routes in turn, each under the name that log and metrics know it by; gives each request a
 * correlation id, security headers and a line in the log. A GraphQL operation has a line of its own.
 */
export const requestHandler = (
  routes: Readonly<Record<string, Route>>,
  { config, log, meter, isClosing }: Surroundings,
): RequestListener => {
  const setSecurityHeaders = secureHeaders(config);

  /** Answers, and says by which route. */
  const answer = async (request: IncomingMessage, response: ServerResponse, scope: RequestScope) => {
    const path = (request.url ?? "/").split("?", 1)[0]!;
    for (const [name, route] of Object.entries(routes)) {
      if (isClosing() && name !== "health" && name !== "metrics") continue;
      if (await route(request, response, { ...scope, path })) return name;
    }
    if (isClosing()) {
      response.setHeader("retry-after", COME_BACK_SECONDS);
      plain(response, 503, "The server is closing. Please come back in a moment.");
    } else plain(response, 404, "There is nothing at this address.");
    return "none";
  };

  return (request, response) => {
    const correlationId = correlationIdOf(request, config.trustProxy);
    response.setHeader("x-correlation-id", correlationId);
    setSecurityHeaders(response);
    const started = performance.now();
    const closed = once(response, "close");
    const note = async (route: string) => {
      await closed;
      const ms = performance.now() - started;
      const { method = "GET" } = request;
      const status = response.statusCode;
      meter.answered({ route, method, status, seconds: ms / 1_000 });
      const level = status < 400 && QUIET_ROUTES.has(route) ? "debug" : "info";
      // Never the path: an invitation’s code is part of one.
      log[level]({ correlationId, route, method, status, ms: Math.round(ms) }, "request");
    };
    const address = clientAddress(request, config.trustProxy);
    answer(request, response, { log, correlationId, address })
      .catch((error: unknown) => {
        log.error({ correlationId, fault: describeFault(error) }, "request failed");
        if (response.headersSent) response.destroy();
        else plain(response, 500, `Something went wrong on our side. Reference: ${correlationId}`);
        return "failed";
      })
      .then(note)
      .catch((error: unknown) =>
        log.error({ correlationId, fault: describeFault(error) }, "request not noted"),
      );
  };
};

/** Answers with one sentence. */
export const plain = (response: ServerResponse, status: number, sentence: string): void => {
  const body = `${sentence}\n`;
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
  });
  response.end(body);
};
