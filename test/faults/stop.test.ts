import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { readBoard, swot } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { loadConfig } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { loadRoom } from "@tavolo/server/sync/rooms/load-room.ts";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { openBoardClient } from "../support/board-client.ts";
import { postgresql, postgresqlAnswers } from "../support/databases.ts";
import { seedBoard } from "../support/seed-board.ts";
import { startDatabaseProxy } from "./database-proxy.ts";

const MAIN = new URL("../../server/src/main.ts", import.meta.url).pathname;
const WRITERS = 8;

/** A board in a database of its own, a whole server process on it, and people who write. */
const setUp = async () => {
  const database = await postgresql.create();
  onTestFinished(() => database.drop());
  if (database.settings.kind !== "postgresql") throw new Error("This is not PostgreSQL.");
  const DATABASE_URL = database.settings.url;
  const opened = await openDatabase(loadConfig({ DATABASE_URL }));
  const board = await seedBoard(opened.orm.em);
  const seats = await Promise.all(
    Array.from({ length: WRITERS }, (_, index) => board.seat("contributor", `Writer ${index}`)),
  );
  await opened.close();
  const proxy = await startDatabaseProxy(DATABASE_URL);
  onTestFinished(() => proxy.close());

  const server = spawn(process.execPath, ["--import", "@oxc-node/core/register", MAIN], {
    env: { PATH: process.env.PATH, DATABASE_URL: proxy.url, PORT: "0", LOG_LEVEL: "silent" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(() => void server.kill("SIGKILL"));
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    server.stderr.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes("Stop with")) resolve(/Open +(\S+)/.exec(said)![1]!);
    });
    server.once("exit", () => reject(new Error(`The server ended: ${said}`)));
  });
  const exited = once(server, "exit").then(([code]) => code as number | null);
  return {
    server,
    url,
    exited,
    board,
    proxy,
    write: async (index: number) => {
      const client = await openBoardClient({ url, boardId: board.boardId, token: seats[index]!.token });
      return {
        client,
        add: (text: string) => client.editor.add("notes", { text, section: "S", language: "en" }),
      };
    },
    /** What the database holds once the server has gone. */
    texts: async () => {
      const { orm, close } = await openDatabase(loadConfig({ DATABASE_URL }));
      const row = await orm.em.fork().findOneOrFail(BoardSchema, board.boardId);
      const { content } = await loadRoom(orm.em, row);
      await close();
      return new Set(readBoard(swot, content.doc).notes.map(({ text }) => text));
    },
    /** Holds the board’s row, so that no edit can be committed until it is let go. */
    holdBoard: async () => {
      const holder = new pg.Client({ connectionString: DATABASE_URL });
      await holder.connect();
      onTestFinished(() => holder.end());
      await holder.query("begin");
      await holder.query("select 1 from board where id = $1 for update", [board.boardId]);
      return {
        letGo: () => holder.query("commit"),
        /** Resolves once a commit of the server waits for the row. */
        waitedFor: () =>
          expect
            .poll(
              async () => {
                // Within a transaction PostgreSQL otherwise keeps saying what it said first.
                await holder.query("select pg_stat_clear_snapshot()");
                const { rows } = await holder.query(
                  "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
                );
                return rows.length;
              },
              { timeout: 20_000 },
            )
            .toBeGreaterThan(0),
      };
    },
  };
};

describe.skipIf(!postgresqlAnswers)("a server that is asked to stop", () => {
  it("ends well while people write, and has every edit that it acknowledged", async () => {
    const { server, exited, write, texts } = await setUp();
    const writers = await Promise.all(Array.from({ length: WRITERS }, (_, index) => write(index)));
    const safe: string[] = [];
    let stopped = false;
    const writeOn = async ({ client, add }: (typeof writers)[number], writer: number) => {
      for (let edit = 0; !stopped; edit += 1) {
        const text = `${writer}/${edit}`;
        const acknowledged = client.acknowledged();
        add(text);
        await client.until(() => stopped || client.acknowledged() > acknowledged);
        if (!stopped) safe.push(text);
        if (safe.length === 20 * WRITERS) server.kill("SIGTERM");
      }
    };
    // Whoever waits for an acknowledgement when the server goes waits for ever.
    for (const [index, writer] of writers.entries()) void writeOn(writer, index);
    const code = await exited;
    stopped = true;
    for (const { client } of writers) client.destroy();
    // Whoever is not done after ten seconds ends with 1.
    expect(code).toBe(0);
    const kept = await texts();
    expect(safe.length).toBeGreaterThanOrEqual(20 * WRITERS);
    expect(safe.filter((text) => !kept.has(text))).toEqual([]);
  });

  it("says so first, sends sockets away to come back, and commits what has arrived", async () => {
    const { server, url, exited, write, texts, holdBoard } = await setUp();
    const { add } = await write(0);
    const other = new WebSocket(`${url.replace("http", "ws")}/sync`, { origin: url });
    await once(other, "open");
    const held = await holdBoard();
    add("Arrived before the end");
    await held.waitedFor();

    const sentAway = once(other, "close");
    server.kill("SIGTERM");
    expect((await sentAway)[0]).toBe(1012);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, "The server is closing.\n"]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const refused = await fetch(url);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    const late = new WebSocket(`${url.replace("http", "ws")}/sync`, { origin: url });
    const [, answer] = (await once(late, "unexpected-response")) as [unknown, { statusCode: number }];
    expect(answer.statusCode).toBe(503);

    await held.letGo();
    expect(await exited).toBe(0);
    expect(await texts()).toContain("Arrived before the end");
  });

  it("ends well in time though the database is silent and somebody never closes", async () => {
    const { server, url, exited, write, proxy } = await setUp();
    const { add, client } = await write(0);
    add("Safe before the silence");
    await client.saved();
    const deaf = connect(Number(new URL(url).port), "127.0.0.1");
    onTestFinished(() => void deaf.destroy());
    deaf.on("error", () => {});
    deaf.write(
      `GET /sync HTTP/1.1\r\nHost: ${new URL(url).host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
    );
    const [answer] = (await once(deaf, "data")) as [Buffer];
    expect(String(answer)).toContain("101 Switching Protocols");
    proxy.turn({ kind: "silent" });
    server.kill("SIGTERM");
    // Whoever is not done after ten seconds ends with 1.
    expect(await exited).toBe(0);
  });

  it("ends at once when it is asked again, but takes one Ctrl+C that arrives twice for one", async () => {
    const { server, exited, write, holdBoard } = await setUp();
    const { add } = await write(0);
    const held = await holdBoard();
    add("Waits for the database");
    await held.waitedFor();
    let asked = 0;
    const asking = setInterval(() => {
      asked += 1;
      server.kill("SIGINT");
    }, 50);
    expect(await exited).toBe(1);
    clearInterval(asking);
    // Those of the first second were one.
    expect(asked).toBeGreaterThan(2);
  });
});
