import pg from "pg";
import type { TestServer } from "./start-test-server.ts";

/** Counts the statements that reach the database while something runs. */
export const countStatements = async (server: TestServer, run: () => Promise<unknown>): Promise<number> => {
  let statements = 0;
  const connection = server.orm.driver.getConnection();
  const execute = connection.execute.bind(connection);
  connection.execute = (...call) => {
    statements += 1;
    return execute(...call) as never;
  };
  const pool = await poolOf(connection);
  const query = pool?.query.bind(pool) as ((...call: unknown[]) => never) | undefined;
  if (pool && query) {
    pool.query = (...call: unknown[]) => {
      statements += 1;
      return query(...call);
    };
  }
  try {
    await run();
  } finally {
    connection.execute = execute;
    if (pool && query) pool.query = query;
  }
  return statements;
};

/** Where hot statements go, past the ORM; the embedded database has no such way. */
const poolOf = async (connection: object): Promise<pg.Pool | null> => {
  if (!("getNativeClient" in connection) || typeof connection.getNativeClient !== "function") return null;
  const client: unknown = await connection.getNativeClient();
  return client instanceof pg.Pool ? client : null;
};
