import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import pg from "pg";
import { describe } from "vitest";

const POSTGRESQL = process.env.TEST_DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/postgres";

const CACHE = fileURLToPath(new URL("../node_modules/.cache/tavolo", import.meta.url));
const SERVER_SOURCE = fileURLToPath(new URL("../../server/src", import.meta.url));

/** One of the databases the product runs on. */
export interface TestDatabase {
  name: "PGlite" | "PostgreSQL";
  /** A new database without any content; `drop` removes it. */
  create(): Promise<TestDatabaseInstance>;
  /** A new database without even the tables. */
  createEmpty(): Promise<TestDatabaseInstance>;
}

export interface TestDatabaseInstance {
  settings: Config["database"];
  drop(): Promise<void>;
}

export const pglite: TestDatabase = {
  name: "PGlite",
  async create() {
    const dataDir = await mkdtemp(join(tmpdir(), "tavolo-test-"));
    await cp(await pgliteTemplate(), dataDir, { recursive: true });
    return {
      settings: { kind: "embedded", dataDir },
      drop: () => rm(dataDir, { recursive: true, force: true }),
    };
  },
  createEmpty: async () => ({ settings: { kind: "embedded", dataDir: "memory://" }, drop: async () => {} }),
};

/** Making a cluster costs seconds, copying one does not: the first test that needs one leaves it for all. */
const pgliteTemplate = async (): Promise<string> => {
  const template = join(CACHE, `pglite-${await versionOfTheSchema()}`);
  if (existsSync(template)) return template;
  await mkdir(CACHE, { recursive: true });
  const dataDir = await mkdtemp(join(CACHE, "making-"));
  const database = await openDatabase({ database: { kind: "embedded", dataDir } });
  await database.close();
  // Of several that were made at once, one stays.
  await rename(dataDir, template).catch(() => rm(dataDir, { recursive: true }));
  return template;
};

const versionOfTheSchema = async (): Promise<string> => {
  const migrations = join(SERVER_SOURCE, "database/migrations");
  const files = [join(SERVER_SOURCE, "../package.json")];
  for (const name of await readdir(migrations)) files.push(join(migrations, name));
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
};

const createPostgresql = async (): Promise<TestDatabaseInstance> => {
  const name = `tavolo_test_${randomBytes(6).toString("hex")}`;
  await administer(`create database ${name}`);
  const url = new URL(POSTGRESQL);
  url.pathname = `/${name}`;
  return {
    settings: { kind: "postgresql", url: url.href },
    drop: () => administer(`drop database ${name} with (force)`),
  };
};

export const postgresql: TestDatabase = {
  name: "PostgreSQL",
  // Its migrations take less time than a copy.
  create: createPostgresql,
  createEmpty: createPostgresql,
};

const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: POSTGRESQL, connectionTimeoutMillis: 2_000 });
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
  const where = new URL(POSTGRESQL).host;
  describe.skipIf(!postgresqlAnswers)(`on ${postgresql.name} at ${where}`, () => body(postgresql));
};
