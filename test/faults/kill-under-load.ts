import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { newItemId, readBoard, swot } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { loadConfig } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { loadRoom } from "@tavolo/server/sync/rooms/load-room.ts";
import type * as Y from "yjs";
import { type BoardClient, openBoardClient } from "../support/board-client.ts";
import { type SeededBoard, type Seat, seedBoard } from "../support/seed-board.ts";

export interface KillOptions {
  /** Variables that choose the database. */
  readonly env: Readonly<Record<string, string>>;
  readonly clients: number;
  /** Acknowledged edits to wait for before each kill. */
  readonly acknowledged: number;
  readonly kills: number;
  readonly acknowledgeEarly?: boolean;
  readonly onKill?: (kill: number, acknowledged: number, lost: number) => void;
}

export interface KillReport {
  readonly acknowledged: number;
  readonly lost: number;
}

/**
 * Kills a server in the middle of its work, again and again: clients write a note each, mark after mark;
 * what was acknowledged to any of them must be on the board that the database holds afterwards.
 */
export async function killUnderLoad(options: KillOptions): Promise<KillReport> {
  const { board, seats } = await prepare(options);
  let acknowledged = 0;
  let lost = 0;
  for (let kill = 1; kill <= options.kills; kill++) {
    const { server, url } = await startServerProcess(options);
    const clients = await Promise.all(
      seats.map((seat) => openBoardClient({ url, boardId: board.boardId, token: seat.token })),
    );
    await Promise.all(clients.map((client) => client.saved()));
    const writers = clients.map((client) => startWriter(client));
    // A different moment of the commit each time: the writers do not keep step with the count.
    await Promise.all(
      writers.map((writer) => writer.until(Math.ceil(options.acknowledged / writers.length))),
    );
    server.kill("SIGKILL");
    await once(server, "exit");
    const safe = writers.map((writer) => writer.stop());
    for (const client of clients) client.destroy();

    const notes = await notesInDatabase(options, board);
    const missing = safe.map(({ noteId, marks }) => {
      const text = notes.get(noteId) ?? "";
      return marks.filter((mark) => !text.includes(mark)).length;
    });
    const lostNow = missing.reduce((sum, count) => sum + count, 0);
    const safeNow = safe.reduce((sum, { marks }) => sum + marks.length, 0);
    acknowledged += safeNow;
    lost += lostNow;
    options.onKill?.(kill, safeNow, lostNow);
  }
  return { acknowledged, lost };
}

/** Edits a writer has on the way at a time, so that a kill always finds some. */
const AHEAD = 3;

/** Writes as fast as acknowledgements come, a few edits ahead of them; keeps a journal of its own. */
function startWriter(client: BoardClient) {
  const noteId = newItemId();
  const baseline = client.acknowledged();
  const written: string[] = [];
  let stopped = false;
  let target = Number.POSITIVE_INFINITY;
  const reached = Promise.withResolvers<void>();
  let safe = 0;
  const write = () => {
    if (stopped) return;
    // The count falls back to none when the provider reconnects after the kill.
    safe = Math.max(safe, Math.min(written.length, client.acknowledged() - baseline));
    if (safe >= target) reached.resolve();
    while (written.length - safe < AHEAD) {
      const mark = `<${written.length}>`;
      if (written.length === 0)
        client.editor.add("notes", { id: noteId, text: mark, section: "S", language: "en" });
      else {
        // Straight into the live text, as a person types: a note of this test outgrows the soft limit.
        const text = client.doc.getMap<Y.Map<Y.Text>>("notes").get(noteId)?.get("text");
        text?.insert(text.length, mark);
      }
      written.push(mark);
    }
  };
  client.provider.on("message", write);
  write();
  return {
    until: (edits: number) => {
      target = edits;
      write();
      return reached.promise;
    },
    stop: () => {
      stopped = true;
      return { noteId, marks: written.slice(0, safe) };
    },
  };
}

async function prepare(options: KillOptions): Promise<{ board: SeededBoard; seats: Seat[] }> {
  const database = await openDatabase(loadConfig(options.env));
  try {
    const board = await seedBoard(database.orm.em);
    const seats: Seat[] = [];
    for (let index = 0; index < options.clients; index++)
      seats.push(await board.seat("contributor", `Writer ${index}`));
    return { board, seats };
  } finally {
    await database.close();
  }
}

async function startServerProcess(options: KillOptions): Promise<{ server: ChildProcess; url: string }> {
  const entry = new URL("./server-process.ts", import.meta.url).pathname;
  const flags = options.acknowledgeEarly ? ["--acknowledge-early"] : [];
  const server = spawn(process.execPath, ["--import", "@oxc-node/core/register", entry, ...flags], {
    env: { ...process.env, ...options.env, PORT: "0", DEMO: "0", LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: server.stdout });
  const [url] = await once(lines, "line");
  return { server, url: String(url) };
}

async function notesInDatabase(options: KillOptions, { boardId }: SeededBoard): Promise<Map<string, string>> {
  const database = await openDatabase(loadConfig(options.env));
  try {
    const board = await database.orm.em.fork().findOneOrFail(BoardSchema, boardId);
    const { content } = await loadRoom(database.orm.em, board);
    return new Map(readBoard(swot, content.doc).notes.map(({ id, text }) => [id, text]));
  } finally {
    await database.close();
  }
}
