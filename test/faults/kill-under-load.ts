import { loadConfig } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { type BoardClient, connectBoardClient } from "../support/connect-board-client.ts";
import { type SeededBoard, type Seat, seedBoard } from "../support/seed-board.ts";
import { chance } from "../fuzz/chance.ts";
import { disagreements, notesOf } from "./agreement.ts";
import { type FatalMoment, fatalMoments } from "./fatal-moments.ts";
import { freePort } from "./free-port.ts";
import { startMarking } from "./marking-writer.ts";
import { missing } from "./missing-marks.ts";
import { StandbyServer } from "./standby-server.ts";

export interface KillOptions {
  /** Variables that choose the database. */
  readonly env: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly clients: number;
  /** Acknowledged edits to wait for before each kill. */
  readonly acknowledged: number;
  readonly kills: number;
  /** Moments to choose from; all by default. */
  readonly moments?: readonly FatalMoment[];
  /** What a server is told that breaks a promise. */
  readonly control?: "acknowledge-early" | "never-project";
  readonly onKill?: (kill: Kill) => void;
}

export interface Kill {
  readonly kill: number;
  readonly moment: FatalMoment;
  readonly acknowledged: number;
  /** Acknowledged edits that the board did not hold afterwards. */
  readonly lost: number;
  /** Copies and projections that differed from the board once all were back. */
  readonly diverged: number;
}

export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly diverged: number;
  readonly moments: Readonly<Partial<Record<FatalMoment, number>>>;
}

/** One board for so many kills: what a board gets is replayed at each start. */
const KILLS_PER_BOARD = 10;

/** A kill from outside comes within this time: about two commits under load. */
const ANYTIME_MS = 40;

/** A moment that does not come by then has gone by: the process is killed from outside. */
const MOMENT_WITHIN_MS = 3_000;

/**
 * Kills a server in the middle of its work, again and again: clients write a note each, mark after mark. What was
 * acknowledged to any of them must be on the board as the next server serves it to somebody new, before the writers
 * come back; with them, all copies and what queries read must agree.
 */
export async function killUnderLoad(options: KillOptions): Promise<KillReport> {
  const run = new KillRun(options);
  try {
    return await run.run();
  } finally {
    await run.end();
  }
}

interface Table {
  readonly board: SeededBoard;
  readonly seats: readonly Seat[];
}

class KillRun {
  readonly #chance;
  readonly #kills: Kill[] = [];
  #server: StandbyServer | null = null;
  #next: StandbyServer | null = null;
  #url = "";
  #port = 0;
  #clients: BoardClient[] = [];

  constructor(private readonly options: KillOptions) {
    this.#chance = chance(options.seed);
  }

  async run(): Promise<KillReport> {
    const { kills } = this.options;
    const tables = await this.#prepare(Math.ceil(kills / KILLS_PER_BOARD));
    this.#port = await freePort();
    this.#next = this.#standBy();
    await this.#startNext();
    for (const [index, table] of tables.entries()) {
      await this.#sitDown(table);
      const left = Math.min(KILLS_PER_BOARD, kills - index * KILLS_PER_BOARD);
      for (let kill = 0; kill < left; kill += 1) await this.#kill(table);
      this.#leave();
    }
    const sum = (of: (kill: Kill) => number) => this.#kills.reduce((total, kill) => total + of(kill), 0);
    const moments: Partial<Record<FatalMoment, number>> = {};
    for (const { moment } of this.#kills) moments[moment] = (moments[moment] ?? 0) + 1;
    return {
      kills: this.#kills.length,
      acknowledged: sum(({ acknowledged }) => acknowledged),
      lost: sum(({ lost }) => lost),
      diverged: sum(({ diverged }) => diverged),
      moments,
    };
  }

  async end(): Promise<void> {
    this.#leave();
    await Promise.all([this.#server?.end(), this.#next?.end()]);
  }

  async #kill(table: Table): Promise<void> {
    const moment = this.#chance.of(this.options.moments ?? fatalMoments);
    const writers = this.#clients.map((client) => startMarking(client));
    const each = Math.ceil(this.options.acknowledged / writers.length);
    await Promise.all(writers.map((writer) => writer.until(each)));
    await this.#strike(moment, table.board.boardId);
    const safe = writers.map((writer) => writer.stop());
    await Promise.all(this.#clients.map((client) => client.disconnect()));

    await this.#startNext();
    const witness = await this.#open(table, table.board.moderator);
    const lost = missing(safe, notesOf(witness));
    await Promise.all(this.#clients.map(comeBack));
    const diverged = await disagreements([witness, ...this.#clients], {
      url: this.#url,
      token: table.board.moderator.token,
      boardId: table.board.boardId,
    });
    witness.destroy();
    const done: Kill = {
      kill: this.#kills.length + 1,
      moment,
      acknowledged: safe.reduce((sum, { marks }) => sum + marks.length, 0),
      lost,
      diverged,
    };
    this.#kills.push(done);
    this.options.onKill?.(done);
  }

  async #strike(moment: FatalMoment, boardId: string): Promise<void> {
    const server = this.#server!;
    const wait = moment === "anytime" ? this.#chance.below(ANYTIME_MS) : MOMENT_WITHIN_MS;
    if (moment !== "anytime") server.tell(`${moment}\t${boardId}`);
    const late = setTimeout(() => server.kill(), wait);
    await server.exited();
    clearTimeout(late);
  }

  async #startNext(): Promise<void> {
    this.#server = this.#next!;
    this.#url = await this.#server.start();
    this.#next = this.#standBy();
  }

  #standBy(): StandbyServer {
    const { env, control } = this.options;
    return new StandbyServer({ ...env, PORT: String(this.#port) }, control ? [`--${control}`] : []);
  }

  async #sitDown(table: Table): Promise<void> {
    this.#clients = await Promise.all(table.seats.map((seat) => this.#open(table, seat)));
    await Promise.all(this.#clients.map((client) => client.saved()));
  }

  #open({ board }: Table, { token }: Seat): Promise<BoardClient> {
    return connectBoardClient({ url: this.#url, boardId: board.boardId, token });
  }

  #leave(): void {
    for (const client of this.#clients.splice(0)) client.destroy();
  }

  async #prepare(boards: number): Promise<Table[]> {
    const database = await openDatabase(loadConfig(this.options.env));
    try {
      const tables: Table[] = [];
      for (let index = 0; index < boards; index += 1) {
        const board = await seedBoard(database.orm.em);
        const seats: Seat[] = [];
        for (let seat = 0; seat < this.options.clients; seat += 1)
          seats.push(await board.seat("contributor", `Writer ${seat}`));
        tables.push({ board, seats });
      }
      return tables;
    } finally {
      await database.close();
    }
  }
}

/** Comes back with what was not acknowledged, and resolves when it is. */
async function comeBack(client: BoardClient): Promise<void> {
  client.connect();
  await client.until(() => client.provider.isSynced);
  await client.saved();
}
