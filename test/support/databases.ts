import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { describe } from "vitest";
import { administer, createPostgresql, POSTGRESQL } from "./postgresql.ts";

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

export const postgresql: TestDatabase = {
  name: "PostgreSQL",
  // Its migrations take less time than a copy.
  create: createPostgresql,
  createEmpty: createPostgresql,
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
