import { randomBytes } from "node:crypto";
import type { Config } from "@tavolo/server/config.ts";
import pg from "pg";
import { describe } from "vitest";

const SERVER = process.env.TEST_DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/postgres";

/** One of the databases the product runs on. */
export interface TestDatabase {
  name: "PGlite" | "PostgreSQL";
  /** A new, empty database; `drop` removes it. */
  create(): Promise<{ settings: Config["database"]; drop(): Promise<void> }>;
}

export const pglite: TestDatabase = {
  name: "PGlite",
  create: async () => ({ settings: { kind: "embedded", dataDir: "memory://" }, drop: async () => {} }),
};

export const postgresql: TestDatabase = {
  name: "PostgreSQL",
  async create() {
    const name = `tavolo_test_${randomBytes(6).toString("hex")}`;
    await administer(`create database ${name}`);
    const url = new URL(SERVER);
    url.pathname = `/${name}`;
    return {
      settings: { kind: "postgresql", url: url.href },
      drop: () => administer(`drop database ${name} with (force)`),
    };
  },
};

const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Whether a PostgreSQL answers, for what cannot be told of the embedded database. */
export const postgresqlAnswers: boolean = await administer("select 1").then(
  () => true,
  () => false,
);

/** Describes the same behaviour on every database: PGlite always, PostgreSQL where a server answers. */
export const eachDatabase = (body: (database: TestDatabase) => void): void => {
  describe(`on ${pglite.name}`, () => body(pglite));
  const where = new URL(SERVER).host;
  describe.skipIf(!postgresqlAnswers)(`on ${postgresql.name} at ${where}`, () => body(postgresql));
};
