import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgresql, postgresqlAnswers } from "../support/databases.ts";
import { killUnderLoad } from "./kill-under-load.ts";

const load = { clients: 20, acknowledged: 200 };

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

describe("a server that is killed under load", () => {
  it("has every edit it acknowledged, on the embedded database", async () => {
    const report = await killUnderLoad({ env: embedded(), ...load, kills: 10 });
    expect(report.acknowledged).toBeGreaterThanOrEqual(10 * load.acknowledged);
    expect(report.lost).toBe(0);
  });

  it.skipIf(!postgresqlAnswers)("has every edit it acknowledged, on PostgreSQL", async () => {
    const report = await killUnderLoad({ env: await onPostgresql(), ...load, kills: 10 });
    expect(report.acknowledged).toBeGreaterThanOrEqual(10 * load.acknowledged);
    expect(report.lost).toBe(0);
  });

  it("would lose some if it acknowledged before the commit", async () => {
    const report = await killUnderLoad({ env: embedded(), ...load, kills: 3, acknowledgeEarly: true });
    expect(report.lost).toBeGreaterThan(0);
  });
});
