import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { socketFrame } from "./socket-frame.ts";

it("[FANOUT-1] messages of every length arrive one by one when their frames are written in one piece among others", async () => {
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  onTestFinished(() => void http.close());
  const address = http.address();
  const port = typeof address === "object" ? address?.port : null;
  const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) =>
    new Uint8Array(length).fill(length % 251),
  );
  const first = Uint8Array.of(1, 2, 3);
  const sockets = new WebSocketServer({ noServer: true });
  http.on("upgrade", (request, line, head) =>
    sockets.handleUpgrade(request, line, head, (socket) => {
      socket.send(first);
      line.write(Buffer.concat(messages.map(socketFrame)));
      socket.send(first);
      socket.close(1000);
    }),
  );

  const received: Uint8Array[] = [];
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  client.on("message", (data: Buffer) => received.push(new Uint8Array(data)));
  const [code] = await once(client, "close");
  expect(code).toBe(1000);
  expect(received).toEqual([first, ...messages, first]);
});
