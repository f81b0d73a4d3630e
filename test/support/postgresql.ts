import { randomBytes } from "node:crypto";
import pg from "pg";

/** Where tests look for a PostgreSQL. */
export const POSTGRESQL = process.env.TEST_DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/postgres";

/** A new database without any tables; `drop` removes it. */
export const createPostgresql = async () => {
  const name = `tavolo_test_${randomBytes(6).toString("hex")}`;
  await administer(`create database ${name}`);
  const url = new URL(POSTGRESQL);
  url.pathname = `/${name}`;
  return {
    settings: { kind: "postgresql" as const, url: url.href },
    drop: () => administer(`drop database ${name} with (force)`),
  };
};

/** Runs one statement beside all databases. */
export const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: POSTGRESQL, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
};
