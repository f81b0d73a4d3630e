declare module "y-websocket/bin/utils" {
  import type { IncomingMessage } from "node:http";
  import type { WebSocket } from "ws";

  /** Puts a socket to the document that its address names. */
  export function setupWSConnection(socket: WebSocket, request: IncomingMessage): void;
}
