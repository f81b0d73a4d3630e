import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Config } from "../config.ts";
import { describeFault } from "../describe-fault.ts";
import type { Log } from "../log.ts";
import { clientAddress } from "./client-address.ts";
import { correlationIdOf } from "./correlation-id.ts";
import type { RequestScope } from "./request-scope.ts";
import { secureHeaders } from "./security-headers.ts";

/** Answers a request, or returns false where the path is not its own. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  scope: RequestScope & { path: string },
) => Promise<boolean> | boolean;

/** Tries the routes in turn; gives each request a correlation id, security headers and a line in the log. */
export const requestHandler = (routes: readonly Route[], config: Config, log: Log): RequestListener => {
  const setSecurityHeaders = secureHeaders(config);

  const answer = async (request: IncomingMessage, response: ServerResponse, scope: RequestScope) => {
    const path = (request.url ?? "/").split("?", 1)[0]!;
    for (const route of routes) {
      if (await route(request, response, { ...scope, path })) return;
    }
    plain(response, 404, "There is nothing at this address.");
  };

  return (request, response) => {
    const correlationId = correlationIdOf(request, config.trustProxy);
    response.setHeader("x-correlation-id", correlationId);
    setSecurityHeaders(response);
    const started = performance.now();
    response.once("close", () => {
      const { method } = request;
      const ms = Math.round(performance.now() - started);
      // Never the path: an invitation’s code is part of one.
      log.debug({ correlationId, method, status: response.statusCode, ms }, "request");
    });
    const address = clientAddress(request, config.trustProxy);
    answer(request, response, { log, correlationId, address }).catch((error: unknown) => {
      log.error({ correlationId, fault: describeFault(error) }, "request failed");
      if (response.headersSent) response.destroy();
      else plain(response, 500, `Something went wrong on our side. Reference: ${correlationId}`);
    });
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
