import { MikroORM } from "@mikro-orm/postgresql";
import { waitAtMost } from "../wait-at-most.ts";
import { DatabaseError } from "./database-error.ts";
import { endSilentConnections } from "./end-silent-connections.ts";
import { ormOptions } from "./orm-options.ts";
import type { Orm } from "./orm.ts";

const OLDEST_VERSION = 150_000;
const CONNECT_TIMEOUT_MS = 5_000;
const CLOSE_TIMEOUT_MS = 1_000;
const POOL_SIZE = 12;

/** Connects to PostgreSQL and checks its version. */
export const openPostgresql = async (
  url: string,
): Promise<{ orm: Orm; opened(): void; close(): Promise<void> }> => {
  const { username, host, pathname } = new URL(url);
  // Never the whole address: it holds a password.
  const where = `postgresql://${username}@${host}${pathname}`;
  const silence = endSilentConnections();
  const orm = await MikroORM.init({
    ...ormOptions(),
    clientUrl: url,
    // A mistyped name must not become an empty database that looks as if everything were lost.
    ensureDatabase: false,
    pool: { max: POOL_SIZE },
    driverOptions: {
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      onConnect: silence.onConnect,
    },
  });
  // A connection on which the database is silent does not close by itself.
  const close = async () => void (await waitAtMost(CLOSE_TIMEOUT_MS, orm.close()));
  try {
    const [row] = await orm.em
      .getConnection()
      .execute<{ server_version_num: string }[]>("show server_version_num");
    const version = Number(row?.server_version_num);
    if (version < OLDEST_VERSION) {
      throw new DatabaseError(
        `The database ${where} is PostgreSQL ${Math.floor(version / 10_000)}; version 15 or later is needed.`,
      );
    }
    return { orm: orm as unknown as Orm, opened: silence.begin, close };
  } catch (error) {
    await close();
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`The database ${where} cannot be used: ${reasonOf(error)}. Check DATABASE_URL.`, {
      cause: error,
    });
  }
};

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ECONNREFUSED") return "nothing answers there (ECONNREFUSED)";
  if (code === "3D000") return "there is no database of that name; create it first";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `its host is unknown (${code})`;
  return (message || code || String(error)).split("\n")[0]!.replace(/\.$/, "");
};
