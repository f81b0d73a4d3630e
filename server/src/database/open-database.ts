import type { Config } from "../config.ts";
import { migrate } from "./migrate.ts";
import { openEmbedded } from "./open-embedded.ts";
import { openPostgresql } from "./open-postgresql.ts";
import type { Orm } from "./orm.ts";
import { guardTransactions } from "./transaction-guard.ts";

export interface Database {
  orm: Orm;
  kind: Config["database"]["kind"];
  /** The migrations that this start ran. */
  migrated: string[];
  close(): Promise<void>;
}

/** Opens the configured database with its schema up to date, or throws a DatabaseError. */
export const openDatabase = async (config: Pick<Config, "database">): Promise<Database> => {
  const { database } = config;
  const { orm, opened, close } =
    database.kind === "postgresql"
      ? await openPostgresql(database.url)
      : await openEmbedded(database.dataDir);
  try {
    guardTransactions(orm.driver.getConnection());
    const migrated = await migrate(orm, database.kind);
    opened();
    return { orm, kind: database.kind, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
};
