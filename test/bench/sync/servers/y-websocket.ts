// y-websocket’s own server, on the same version of `ws` as the others: nothing is checked and nothing stored.
import { WebSocketServer } from "ws";
import { setupWSConnection } from "y-websocket/bin/utils";

new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false }).on(
  "connection",
  setupWSConnection,
);
