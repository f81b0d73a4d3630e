import { endSilentConnections } from "@tavolo/server/database/end-silent-connections.ts";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgresqlAnswers } from "../support/databases.ts";
import { createPostgresql } from "../support/postgresql.ts";
import { startDatabaseProxy } from "./database-proxy.ts";

const SILENT_MS = 300;

describe.skipIf(!postgresqlAnswers)("a connection on which the database falls silent", () => {
  const setUp = async () => {
    const { settings, drop } = await createPostgresql();
    onTestFinished(drop);
    const proxy = await startDatabaseProxy(settings.url);
    onTestFinished(() => proxy.close());
    const direct = new pg.Client({ connectionString: settings.url });
    await direct.connect();
    onTestFinished(() => direct.end());
    await direct.query("create table held (id int)");
    await direct.query("insert into held values (1)");
    const silence = endSilentConnections(SILENT_MS);
    // The driver waits for it, though its types do not say so.
    const hooks: object = { onConnect: silence.onConnect };
    const pool = new pg.Pool({ connectionString: proxy.url, ...hooks });
    pool.on("error", () => {});
    onTestFinished(() => void pool.end());
    return { pool, proxy, direct, silence };
  };

  it("is ended while an answer is owed, and lets go of what it held", async () => {
    const { pool, proxy, direct, silence } = await setUp();
    silence.begin();
    const client = await pool.connect();
    client.on("error", () => {});
    await client.query("begin");
    await client.query("select * from held for update");
    proxy.turn({ kind: "silent" });
    await expect(client.query("select 1")).rejects.toThrow(/silent|terminated/);
    client.release(true);
    // The database has not heard of the end: it waits until the transaction has been idle for as long.
    const { rows } = await direct.query("select * from held for update");
    expect(rows).toHaveLength(1);
  });

  it("is left alone when it is the question that takes long, until migrations are done", async () => {
    const { pool } = await setUp();
    const { rows } = await pool.query("select 1 as one, pg_sleep(0.6)");
    expect(rows[0].one).toBe(1);
  });
});
