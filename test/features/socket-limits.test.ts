import { once } from "node:events";
import { rateLimits } from "@tavolo/server/people/rate-limits.ts";
import { BURST } from "@tavolo/server/sync/sockets/socket-budget.ts";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openHostileWriter } from "../trials/hostile-writer.ts";

const server = useTestServer(undefined, { env: { TRUST_PROXY: "1" } });

/** Opens a socket from somewhere; resolves with “open” or the status that refused it. */
async function openFrom(address: string): Promise<string | number> {
  const socket = new WebSocket(server.socketUrl("/sync"), { headers: { "x-forwarded-for": address } });
  const answered = Promise.race([
    once(socket, "open").then(() => "open"),
    once(socket, "unexpected-response").then(([, response]) => Number(response.statusCode)),
  ]);
  socket.on("error", () => {});
  const answer = await answered;
  socket.terminate();
  return answer;
}

test("[LIMIT-2] one address opens as many sockets as a town hall after a restart, and no more; others go on", async () => {
  const answers = new Set<string | number>();
  for (let opened = 0; opened < rateLimits.socketFromAddress.tries; opened += 50)
    for (const answer of await Promise.all(Array.from({ length: 50 }, () => openFrom("203.0.113.7"))))
      answers.add(answer);
  expect(answers).toEqual(new Set(["open"]));
  expect(await openFrom("203.0.113.7")).toBe(429);
  expect(await openFrom("203.0.113.8")).toBe("open");
});

test("[LIMIT-1] whoever sends too fast is slowed, not sent away: all of it arrives", async () => {
  const board = await seedBoard(server.orm.em);
  const { token } = await board.seat("contributor", "Ada");
  const writer = await openHostileWriter(server.url, board.boardId, { token });
  onTestFinished(() => writer.close());
  const pong = Uint8Array.of(10);
  for (let frame = 0; frame < BURST.frames + 100; frame++) writer.sendFrame(pong);
  writer.write("Behind the flood");
  await writer.untilSaved(1);
  expect(writer.closedFor()).toBeNull();
});
