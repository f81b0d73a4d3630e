import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { plain } from "./request-handler.ts";

/** The address to listen on cannot be taken; the message says what to do. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

const REQUEST_TIMEOUT_MS = 30_000;
/** How long answers under way may take to finish when the server stops. */
const CLOSE_GRACE_MS = 2_000;

export interface Listening {
  server: Server;
  port: number;
  /** From here on requests are answered; before, they are told to come back. */
  answerWith(handler: RequestListener): void;
  /** Waits for answers under way, then cuts what is left. */
  close(): Promise<void>;
}

/** Takes the port first of all, so that a second start fails at once and not after its database has opened. */
export const listen = async (host: string, port: number): Promise<Listening> => {
  const starting: RequestListener = (_request, response) => plain(response, 503, "The server is starting.");
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, starting);
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });

  const closed = new Promise<void>((resolve) => server.once("close", resolve));
  const refuseMore = () => {
    if (!server.listening) return;
    server.close();
    server.closeIdleConnections();
  };

  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith(handler) {
      server.off("request", starting);
      server.on("request", handler);
    },
    async close() {
      refuseMore();
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, CLOSE_GRACE_MS);
      await closed;
      clearTimeout(cut);
    },
  };
};

const listenError = ({ code, message }: NodeJS.ErrnoException, host: string, port: number): ListenError => {
  const where = `Port ${port} on ${host}`;
  if (code === "EADDRINUSE") {
    return new ListenError(
      `${where} is in use: stop the other program or choose another port, as PORT=${port + 1}.`,
    );
  }
  if (code === "EACCES") {
    return new ListenError(
      `${where} may not be used by this account: choose a port from 1024 on, as PORT=4000.`,
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new ListenError(`${host} is not an address of this machine: correct HOST (${code}).`);
  }
  return new ListenError(`${where} cannot be used: ${message}.`);
};
