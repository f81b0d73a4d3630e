import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { loadConfig } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { startServer } from "@tavolo/server/start-server.ts";
import { loadRoom } from "@tavolo/server/sync/rooms/load-room.ts";
import type { Page } from "playwright-core";
import { GraphQLClient } from "../support/graphql-client.ts";
import { setTable } from "../support/sign-in.ts";
import { type PersistentBrowser, startBrowser } from "./persistent-browser.ts";
import {
  collectSavedMoments,
  earlyMoments,
  marksIn,
  type SavedMoment,
  untilAllKept,
} from "./saved-moments.ts";

export interface ReplayOptions {
  /** Variables that choose the database. */
  readonly env: Readonly<Record<string, string>>;
  /** Chooses when what dies. */
  readonly seed: number;
  /** Changes written without a connection. */
  readonly edits: number;
  /** The negative control: a server that says saved before it is. */
  readonly acknowledgeEarly?: boolean;
}

export interface ReplayReport {
  readonly seed: number;
  readonly edits: number;
  readonly serverKills: number;
  readonly browserKills: number;
  /** How often a window showed “saved”, or more under it. */
  readonly savedMoments: number;
  /** Of these, how often the journal did not hold all that stood on the screen. */
  readonly early: number;
  readonly lost: number;
  readonly doubled: number;
  /** Windows that were told that the server did not take something. */
  readonly refused: number;
}

/**
 * Somebody writes on a board in two windows without a connection; the browser is killed, the server is killed while
 * it takes what was written – before a commit, or after it and before anyone is told – and again, until all is quiet.
 * Then every change is on the board once, and “saved” was never shown early.
 */
export async function replayOffline(options: ReplayOptions): Promise<ReplayReport> {
  const folder = await mkdtemp(join(tmpdir(), "tavolo-replay-"));
  const visit = new Visit(options, folder, await prepare(options));
  try {
    return await visit.run();
  } finally {
    await visit.end();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Prepared {
  readonly boardId: string;
  readonly cookie: string;
  readonly port: number;
}

async function prepare({ env }: ReplayOptions): Promise<Prepared> {
  const server = await startServer(loadConfig({ ...env, PORT: "0", DEMO: "0" }), { log: silentLog() });
  try {
    const table = await setTable({ ...server, graphql: new GraphQLClient(server.url) });
    const { cookie } = await table.join();
    return { boardId: table.boardId, cookie, port: server.port };
  } finally {
    await server.close();
  }
}

class Visit {
  #server: ChildProcess | null = null;
  #browser: PersistentBrowser | null = null;
  #written = 0;
  #serverKills = 0;
  #browserKills = 0;
  #refused = 0;
  readonly #moments: SavedMoment[] = [];
  readonly #commits: string;

  constructor(
    private readonly options: ReplayOptions,
    private readonly folder: string,
    private readonly prepared: Prepared,
  ) {
    this.#commits = join(folder, "commits.jsonl");
  }

  async run(): Promise<ReplayReport> {
    const { edits, seed } = this.options;
    const chance = randomFrom(seed);
    /** Before or after one of two commits. */
    const killAt = (commit: number) =>
      `${chance() < 0.5 ? "before" : "after"}:${commit + Math.floor(chance() * 2)}`;
    const [first, second] = split(edits, chance);

    await this.#startServer();
    await this.#startBrowser();
    const one = await this.#open();
    const two = await this.#open();
    for (const page of [one, two]) await status(page, "saved");

    // Without a server: both windows write, the second is closed in the middle.
    await this.#killServer();
    for (const page of [one, two]) await status(page, "offline");
    const closes = Math.floor(first * (0.3 + chance() * 0.4));
    for (let edit = 0; edit < first; edit += 1) {
      if (edit === closes) {
        // What a window has not said to be kept goes with it, as with any page that is closed in the middle of a word.
        await untilAllKept(two);
        await two.close({ runBeforeUnload: false });
      }
      await this.#write(edit < closes && chance() < 0.5 ? two : one);
    }
    await untilAllKept(one);
    await this.#killBrowser();

    // What the device kept is sent, and the server dies of it.
    await this.#startServer(killAt(1));
    await this.#startBrowser();
    const again = await this.#open();
    await this.#writeUntilDead(again);
    for (let edit = 0; edit < second; edit += 1) await this.#write(again);
    // Once more, when a second window of the same person has come.
    await this.#startServer(killAt(4));
    const other = await this.#open();
    await this.#writeUntilDead(again);
    await this.#startServer();
    for (const page of [again, other]) {
      await status(page, "saved");
      this.#refused += await page.locator("[data-salvage]").count();
    }
    await this.#write(again);
    await status(again, "saved");
    await this.#killBrowser();
    await this.#killServer();

    const marks = await this.#marksInDatabase();
    const board = new Set(marks);
    return {
      seed,
      edits: this.#written,
      serverKills: this.#serverKills,
      browserKills: this.#browserKills,
      savedMoments: this.#moments.length,
      early: earlyMoments(this.#moments, this.#commits).length,
      lost: Array.from({ length: this.#written }, (_, edit) => `«${edit}»`).filter((mark) => !board.has(mark))
        .length,
      doubled: marks.length - board.size,
      refused: this.#refused,
    };
  }

  async end(): Promise<void> {
    if (this.#browser) await this.#killBrowser();
    if (this.#server) await this.#killServer();
  }

  /** One change: a new note, or every third time more in the last one. */
  async #write(page: Page): Promise<void> {
    const mark = `«${this.#written}»`;
    const notes = page.locator("[data-note]");
    if (this.#written % 3 === 2 && (await notes.count()) > 0) {
      await notes.last().focus();
      await page.keyboard.press("Enter");
    } else {
      await page.keyboard.press("n");
    }
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.press("End");
    await page.keyboard.insertText(mark);
    await page.keyboard.press("Escape");
    await page.locator("[data-note]").filter({ hasText: mark }).waitFor();
    this.#written += 1;
  }

  async #writeUntilDead(page: Page): Promise<void> {
    const died = this.#died();
    let alive = true;
    void died.then(() => {
      alive = false;
    });
    while (alive) await this.#write(page);
    await died;
    await status(page, "offline");
  }

  async #open(): Promise<Page> {
    const { context } = this.#browser ?? {};
    if (!context) throw new Error("The browser is not there.");
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${this.prepared.port}/boards/${this.prepared.boardId}`);
    await page
      .getByRole("button", { name: /^Add a note/ })
      .first()
      .waitFor();
    return page;
  }

  async #startBrowser(): Promise<void> {
    const { cookie, port } = this.prepared;
    this.#browser = await startBrowser(join(this.folder, "profile"));
    const [name = "", value = ""] = cookie.split(";")[0]?.split("=") ?? [];
    const { context } = this.#browser;
    await context.addCookies([{ name, value, url: `http://127.0.0.1:${port}` }]);
    await collectSavedMoments(context, this.#moments);
  }

  async #killBrowser(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = null;
    this.#browserKills += 1;
  }

  async #startServer(kill?: string): Promise<void> {
    const { env, acknowledgeEarly } = this.options;
    const entry = new URL("./server-process.ts", import.meta.url).pathname;
    const flags = [
      `--commits=${this.#commits}`,
      ...(kill ? [`--kill=${kill}`] : []),
      ...(acknowledgeEarly ? ["--acknowledge-early", "--slow-journal"] : []),
    ];
    const server = spawn(process.execPath, ["--import", "@oxc-node/core/register", entry, ...flags], {
      env: { ...process.env, ...env, PORT: String(this.prepared.port), DEMO: "0", LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#server = server;
    const listens = once(createInterface({ input: server.stdout }), "line");
    const ends = once(server, "exit").then(() => Promise.reject(new Error("The server did not start.")));
    // Later its end is no news.
    ends.catch(() => {});
    await Promise.race([listens, ends]);
  }

  async #killServer(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
    this.#serverKills += 1;
  }

  /** The server has met its end by itself. */
  async #died(): Promise<void> {
    const server = this.#server;
    if (server && server.signalCode === null && server.exitCode === null) await once(server, "exit");
    this.#server = null;
    this.#serverKills += 1;
  }

  async #marksInDatabase(): Promise<string[]> {
    const database = await openDatabase(loadConfig(this.options.env));
    try {
      const board = await database.orm.em.fork().findOneOrFail(BoardSchema, this.prepared.boardId);
      const { content } = await loadRoom(database.orm.em, board);
      return marksIn(content.doc);
    } finally {
      await database.close();
    }
  }
}

const status = (page: Page, kind: string): Promise<void> =>
  page.locator(`[data-save][data-kind="${kind}"]`).waitFor();

/** How much is written before the browser dies, and how much after. */
function split(edits: number, chance: () => number): [number, number] {
  const first = Math.floor(edits * (0.5 + chance() * 0.3));
  return [first, edits - first];
}

/** Numbers between 0 and 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
