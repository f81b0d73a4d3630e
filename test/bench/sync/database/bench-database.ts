import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentName } from "@tavolo/schema";
import { loadConfig } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { createPostgresql, POSTGRESQL } from "../../../support/postgresql.ts";
import { seatPeople } from "./seat-people.ts";

/** A room that can be entered: its name on the wire and a token for each seat. */
export interface SeatedRoom {
  readonly room: string;
  readonly tokens: readonly string[];
}

/** The database of a run, made for it and dropped with it. */
export interface BenchDatabase {
  readonly kind: "PostgreSQL" | "PGlite";
  /** What the server’s environment says of it. */
  readonly env: Readonly<Record<string, string>>;
  /** New boards with people at them; no server may be running on PGlite. */
  seat(boards: number, people: number): Promise<SeatedRoom[]>;
  drop(): Promise<void>;
}

/** Makes a database on PostgreSQL, or where none answers, an embedded one. */
export async function createBenchDatabase(): Promise<BenchDatabase> {
  const { kind, env, drop } = await create();
  return {
    kind,
    env,
    drop,
    async seat(boards, people) {
      const database = await openDatabase(loadConfig(env));
      try {
        const seated = await seatPeople(database.orm.em, boards, people);
        return seated.map(({ boardId, tokens }) => ({ room: documentName(boardId, 1), tokens }));
      } finally {
        await database.close();
      }
    },
  };
}

async function create(): Promise<Omit<BenchDatabase, "seat">> {
  try {
    const { settings, drop } = await createPostgresql();
    return { kind: "PostgreSQL", env: { DATABASE_URL: settings.url }, drop };
  } catch {
    process.stderr.write(
      `No PostgreSQL answers at ${new URL(POSTGRESQL).host}: Tavolo is measured on the embedded PGlite.\n`,
    );
    const folder = await mkdtemp(join(tmpdir(), "tavolo-bench-"));
    return {
      kind: "PGlite",
      env: { DATA_DIR: join(folder, "data") },
      drop: () => rm(folder, { recursive: true }),
    };
  }
}
