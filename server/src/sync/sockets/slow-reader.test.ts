import { once } from "node:events";
import { createServer } from "node:http";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { silentLog } from "../../log.ts";
import { socketFrame } from "../wire/socket-frame.ts";
import { Connection } from "./connection.ts";

/** More than a backlog may be, and more than the operating system keeps on the way. */
const LARGE = 32 * 1024 * 1024;
const PIECE = socketFrame(new Uint8Array(64 * 1024));

let reader: WebSocket;
let connection: Connection;

beforeEach(async () => {
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  onTestFinished(() => void http.close());
  const sockets = new WebSocketServer({ noServer: true });
  const connected = new Promise<Connection>((resolve) => {
    http.on("upgrade", (request, line, head) =>
      sockets.handleUpgrade(request, line, head, (socket) => {
        const nobody = () => Promise.resolve(null);
        resolve(new Connection(socket, line, "test", silentLog(), nobody, () => {}));
      }),
    );
  });
  const address = http.address();
  reader = new WebSocket(`ws://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
  onTestFinished(() => reader.terminate());
  await once(reader, "open");
  reader.pause();
  connection = await connected;
});

describe("a reader who does not read", () => {
  it("[LIMIT-3] is sent away once a mebibyte waits for them", async () => {
    for (let sent = 0; sent < LARGE; sent += PIECE.length) {
      connection.write(PIECE);
      await new Promise(setImmediate);
    }
    reader.resume();
    const [code, reason] = await once(reader, "close");
    expect([code, String(reason)]).toEqual([1013, "SLOW_READER"]);
  });

  it("is not sent away for a document that takes its time, and is for what comes behind it", async () => {
    const messages: number[] = [];
    reader.on("message", (data: Buffer) => messages.push(data.length));
    connection.writeDocument(socketFrame(new Uint8Array(LARGE)));
    connection.write(PIECE);
    for (let sent = 0; sent < LARGE; sent += PIECE.length) connection.write(PIECE);
    reader.resume();
    const [code, reason] = await once(reader, "close");
    expect([code, String(reason)]).toEqual([1013, "SLOW_READER"]);
    expect(messages.slice(0, 2)).toEqual([LARGE, 64 * 1024]);
    expect(messages.length).toBeLessThan(30);
  });

  it("is sent away once documents without end wait for them", async () => {
    const document = socketFrame(new Uint8Array(LARGE));
    let messages = 0;
    reader.on("message", () => (messages += 1));
    for (let sent = 0; sent < 5; sent += 1) connection.writeDocument(document);
    reader.resume();
    const [code, reason] = await once(reader, "close");
    expect([code, String(reason)]).toEqual([1013, "SLOW_READER"]);
    expect(messages).toBeLessThan(5);
  });
});
