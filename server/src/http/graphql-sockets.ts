import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { CloseCode, handleProtocols, type Server } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { describeFault } from "../describe-fault.ts";
import { limits } from "../graphql/limits.ts";
import type { SocketExtra } from "../graphql/subscriptions.ts";
import type { RequestScope } from "./request-scope.ts";

/** A peer that does not answer a ping within this time is gone. */
const KEEP_ALIVE_MS = 12_000;
/** A reader this far behind is sent away; it comes back and asks for what it missed. */
const BACKLOG_BYTES = 1024 * 1024;
const SERVICE_RESTART = 1012;
const TRY_AGAIN_LATER = 1013;

export interface GraphQLSockets {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, scope: RequestScope): void;
  /** How many are open. */
  count(): number;
  close(): void;
}

/** Carries graphql-ws’s protocol over `ws`. */
export const createGraphQLSockets = (protocol: Server<SocketExtra>): GraphQLSockets => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    handleProtocols,
  });

  const serve = (
    socket: WebSocket,
    request: IncomingMessage,
    { log, correlationId, address }: RequestScope,
  ) => {
    const fail = (error: unknown) => {
      log.error({ correlationId, fault: describeFault(error) }, "graphql socket failed");
      socket.close(CloseCode.InternalServerError, `Reference: ${correlationId}`);
    };
    const send = (data: string) => {
      if (socket.bufferedAmount > BACKLOG_BYTES) socket.close(TRY_AGAIN_LATER, "Too far behind");
      if (socket.readyState === socket.OPEN) socket.send(data);
    };
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send,
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) => {
          socket.on("message", (data: Buffer) => {
            listener(data.toString("utf8")).catch(fail);
          });
        },
      },
      {
        headers: request.headers,
        correlationId,
        log,
        address,
        send,
        close: (code, reason) => socket.close(code, reason),
      },
    );
    const stopPinging = keepAlive(socket);
    const opened = performance.now();
    log.info({ correlationId, socket: "graphql" }, "socket opened");
    // An oversize or malformed frame: `ws` closes the socket with the right code by itself.
    socket.on("error", (error) =>
      log.warn({ correlationId, fault: describeFault(error) }, "graphql socket error"),
    );
    socket.once("close", (code, reason) => {
      stopPinging();
      const seconds = Math.round((performance.now() - opened) / 1_000);
      log.info({ correlationId, socket: "graphql", code, seconds }, "socket closed");
      closed(code, String(reason)).catch(fail);
    });
  };

  return {
    handleUpgrade: (request, socket, head, scope) =>
      sockets.handleUpgrade(request, socket, head, (webSocket) => serve(webSocket, request, scope)),
    count: () => sockets.clients.size,
    close() {
      for (const socket of sockets.clients) socket.close(SERVICE_RESTART, "The server restarts");
    },
  };
};

const keepAlive = (socket: WebSocket): (() => void) => {
  let answered = true;
  socket.on("pong", () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    socket.ping();
  }, KEEP_ALIVE_MS);
  return () => clearInterval(timer);
};
