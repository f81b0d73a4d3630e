import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Config } from "../config.ts";
import type { Orm } from "../database/orm.ts";
import { describeFault } from "../describe-fault.ts";
import { TavoloError } from "../errors.ts";
import type { Log } from "../log.ts";
import { viewerFromRequest } from "../people/viewer-from-request.ts";
import type { RateLimits } from "../people/rate-limits.ts";
import type { SyncEngine } from "../sync/sync-engine.ts";
import { judgeOrigin } from "./allowed-origins.ts";
import { clientAddress } from "./client-address.ts";
import { correlationIdOf } from "./correlation-id.ts";
import type { GraphQLSockets } from "./graphql-sockets.ts";
import { isLoopback } from "./is-loopback.ts";

/** A host name is no longer; what is longer is somebody’s joke. */
const LOGGED_ORIGIN_LENGTH = 255;

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

interface UpgradeServices {
  orm: Orm;
  engine: Pick<SyncEngine, "handleUpgrade">;
  graphqlSockets: GraphQLSockets;
  limits: Pick<RateLimits, "consume">;
  config: Config;
  log: Log;
  isClosing: () => boolean;
}

/** Shares the port between the two sockets, `/graphql` and `/sync`, after checking where a handshake comes from. */
export const upgradeHandler = ({
  orm,
  engine,
  graphqlSockets,
  limits,
  config,
  log,
  isClosing,
}: UpgradeServices): UpgradeListener => {
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer, correlationId: string) => {
    const path = (request.url ?? "/").split("?", 1)[0];
    if (path !== "/graphql" && path !== "/sync") return refuse(socket, 404, "Not Found");
    if (isClosing()) return refuse(socket, 503, "Service Unavailable");
    const address = clientAddress(request, config.trustProxy);
    // From this machine comes a proxy whom nobody told us of, with everybody behind it.
    const isOwnMachine = !config.trustProxy && isLoopback(request.socket.remoteAddress ?? "");
    if (!isOwnMachine) await limits.consume("socketFromAddress", address);
    const verdict = judgeOrigin(request, config);
    if (verdict === "foreign") {
      // The origin of a page, or nothing that looks like one: whoever forgot PUBLIC_URL finds the reason here.
      const origin = URL.parse(request.headers.origin ?? "")?.host.slice(0, LOGGED_ORIGIN_LENGTH);
      log.warn({ correlationId, origin }, "socket refused: its page’s origin is not in PUBLIC_URL");
      return refuse(socket, 403, "Forbidden");
    }
    // Not from a page of ours, so cookies do not count: the handshake may have been made by anyone’s page.
    if (verdict === "none") delete request.headers.cookie;

    if (path === "/graphql")
      return graphqlSockets.handleUpgrade(request, socket, head, {
        correlationId,
        log,
        address,
      });
    const viewer = await viewerFromRequest(orm.em.fork(), request, config);
    engine.handleUpgrade(request, socket, head, { viewer, correlationId });
  };

  return (request, socket, head) => {
    const correlationId = correlationIdOf(request, config.trustProxy);
    // A handshake that breaks off must not end the process.
    socket.on("error", () => socket.destroy());
    upgrade(request, socket, head, correlationId).catch((error: unknown) => {
      if (error instanceof TavoloError && error.code === "RATE_LIMITED")
        return refuse(socket, 429, "Too Many Requests");
      if (error instanceof TavoloError) return refuse(socket, 401, "Unauthorized");
      log.error({ correlationId, fault: describeFault(error) }, "socket refused: fault");
      refuse(socket, 500, "Internal Server Error");
    });
  };
};

const refuse = (socket: Duplex, status: number, reason: string): void => {
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
