// The raw relay: each message goes to all other sockets of the room as it came. It knows nothing and keeps nothing.
import { type WebSocket, WebSocketServer } from "ws";

const rooms = new Map<string, Set<WebSocket>>();

new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false }).on(
  "connection",
  (socket, { url = "/" }) => {
    const room = rooms.get(url) ?? new Set();
    rooms.set(url, room.add(socket));
    socket.on("message", (data) => {
      for (const other of room) if (other !== socket) other.send(data, { binary: true });
    });
    socket.on("close", () => room.delete(socket));
  },
);
