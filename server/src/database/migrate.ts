import type { PostgreSqlConnection } from "@mikro-orm/postgresql";
import type { Orm } from "./orm.ts";

/** Any constant: two servers that start at once on one database take turns under it. */
const MIGRATION_LOCK = 7_465_766;

interface PoolClient {
  query(text: string, values?: readonly unknown[]): Promise<unknown>;
  release(): void;
}

/** Brings the schema up to date and returns the names of the migrations that ran. */
export const migrate = async (orm: Orm, kind: "postgresql" | "embedded"): Promise<string[]> => {
  const run = async () => (await orm.migrator.up()).map(({ name }) => name);
  // The embedded database belongs to this process alone: its folder is locked.
  if (kind === "embedded") return run();

  const pool = await (orm.driver.getConnection() as PostgreSqlConnection).getNativeClient();
  const client = (await pool.connect()) as PoolClient;
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await run();
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    client.release();
  }
};
