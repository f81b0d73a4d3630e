import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgresql, postgresqlAnswers } from "../support/databases.ts";
import { replayOffline } from "./offline-replay.ts";

const embedded = () => {
  const folder = mkdtempSync(join(tmpdir(), "tavolo-faults-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { DATA_DIR: folder };
};

const onPostgresql = async () => {
  const database = await postgresql.create();
  onTestFinished(() => database.drop());
  const { settings } = database;
  if (settings.kind !== "postgresql") throw new Error("This is not PostgreSQL.");
  return { DATABASE_URL: settings.url };
};

const honest = { lost: 0, doubled: 0, early: 0, refused: 0 };

// A hundred and more at a time are `pnpm faults:offline`’s.
describe("forty changes written without a connection, in two windows", () => {
  it("survive a killed browser and a server killed while it takes them, on the embedded database", async () => {
    const report = await replayOffline({ env: embedded(), seed: 1, edits: 40 });
    expect(report).toMatchObject(honest);
    expect(report.edits).toBeGreaterThan(40);
    expect(report.serverKills).toBeGreaterThanOrEqual(3);
  });

  it.skipIf(!postgresqlAnswers)("and on PostgreSQL", async () => {
    expect(await replayOffline({ env: await onPostgresql(), seed: 2, edits: 20 })).toMatchObject(honest);
  });

  it("would be shown as saved too early by a server that acknowledges before the commit", async () => {
    const { early } = await replayOffline({ env: embedded(), seed: 3, edits: 6, acknowledgeEarly: true });
    expect(early).toBeGreaterThan(0);
  });
});
