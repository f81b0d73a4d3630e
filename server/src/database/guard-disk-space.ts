import { statfsSync } from "node:fs";
import type { AbstractSqlConnection } from "@mikro-orm/sql";

/**
 * The embedded database stops dead when it finds no room for the next 16 MiB of its log, in the middle of whatever
 * it does: nothing is written from here on, so that it never comes to that.
 */
const RESERVE_BYTES = 48 * 1024 * 1024;

/** PostgreSQL’s own code for it; the ORM wraps what it is thrown and keeps the code. */
const DISK_FULL = "53100";

/** Nothing is written, since the disk is nearly full; what was saved can be read. */
export class DiskFullError extends Error {
  override readonly name = "DiskFullError";
  readonly code = DISK_FULL;

  constructor(folder: string) {
    super(`The disk of ${folder} is nearly full: nothing is saved until there is room again.`);
  }
}

const WRITES =
  /^\s*(?:insert|update|delete|create|alter|drop)\b|^\s*with\b[^]*\b(?:insert into|update|delete from)\s/i;

/** Makes a connection refuse to write while the disk of its folder is nearly full; reading goes on. */
export const guardDiskSpace = (connection: AbstractSqlConnection, folder: string): void => {
  const refuseWhenFull = () => {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < RESERVE_BYTES) throw new DiskFullError(folder);
  };
  const { begin, execute } = connection;
  connection.begin = async (options = {}) => {
    if (!options.ctx && !options.readOnly) refuseWhenFull();
    return begin.call(connection, options);
  };
  connection.execute = async (...call) => {
    const [query, , , context] = call;
    // Inside a transaction there was room when it began.
    if (!context && typeof query === "string" && WRITES.test(query)) refuseWhenFull();
    return execute.apply(connection, call) as never;
  };
};

/** Does a write that a read can do without; answers null where the disk has no room for it. */
export const ifThereIsRoom = async <T>(write: Promise<T>): Promise<T | null> => {
  try {
    return await write;
  } catch (error) {
    if ((error as { code?: unknown }).code === DISK_FULL) return null;
    throw error;
  }
};
