import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The id that ties a request’s or socket’s log lines together; a trusted proxy’s own is kept. */
export const correlationIdOf = (request: IncomingMessage, trustProxy: boolean): string => {
  const given = request.headers["x-request-id"];
  return trustProxy && typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
};
