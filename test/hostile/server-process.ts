// A whole server in a process of its own, with a meter around each frame that its sockets hear. Speaks with its parent:
// makes boards, tells what a board’s journal holds, and what the frames have cost.
import { loadConfig } from "@tavolo/server/config.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { startServer } from "@tavolo/server/start-server.ts";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { journalled } from "../fuzz/compare.ts";
import { seedBoard } from "../support/seed-board.ts";
import type { Answers, Request } from "./server-handle.ts";

let frames = 0;
let slowestMs = 0;
const { emit } = WebSocket.prototype;
WebSocket.prototype.emit = function metered(
  this: WebSocket,
  event: string | symbol,
  ...rest: unknown[]
): boolean {
  if (event !== "message") return Reflect.apply(emit, this, [event, ...rest]);
  const before = process.threadCpuUsage();
  try {
    return Reflect.apply(emit, this, [event, ...rest]);
  } finally {
    const { user, system } = process.threadCpuUsage(before);
    slowestMs = Math.max(slowestMs, (user + system) / 1_000);
    frames += 1;
  }
};

const server = await startServer(loadConfig({ ...process.env, PORT: "0", DEMO: "0" }), { log: silentLog() });

const answer: { [Kind in keyof Answers]: (boardId: string) => Promise<Answers[Kind]> } = {
  async board() {
    const board = await seedBoard(server.orm.em);
    const seats = [
      await board.seat("contributor", "Ada"),
      await board.seat("contributor", "Bruno"),
      await board.seat("observer", "Olga"),
    ];
    return {
      url: server.url,
      boardId: board.boardId,
      honest: board.moderator.token,
      hostile: seats.map(({ token }) => token),
    };
  },
  async journal(boardId) {
    await server.engine.caughtUp(boardId);
    const document = await journalled(server.orm.em, boardId);
    return { document: Buffer.from(Y.encodeStateAsUpdate(document)).toString("base64") };
  },
  async cost() {
    globalThis.gc?.();
    return { frames, slowestMs, residentBytes: process.memoryUsage.rss() };
  },
};

process.on("message", ({ kind, boardId }: Request) => {
  void answer[kind](boardId).then((given) => process.send!(given));
});
process.send!({ ready: true });
