import { describe, expect, it } from "vitest";
import { postgresqlAnswers } from "../support/databases.ts";
import { killUnderLoad } from "./kill-under-load.ts";
import { withDatabase } from "./own-database.ts";

const load = { clients: 20, acknowledged: 200, seed: 1 };

describe("a server that is killed under load", () => {
  it("[ACK-1] has every edit it acknowledged, on the embedded database", async () => {
    const report = await withDatabase("pglite", (env) => killUnderLoad({ env, ...load, kills: 4 }));
    expect(report.acknowledged).toBeGreaterThanOrEqual(4 * load.acknowledged);
    expect(report).toMatchObject({ lost: 0, diverged: 0 });
  });

  it.skipIf(!postgresqlAnswers)("[ACK-1] has every edit it acknowledged, on PostgreSQL", async () => {
    const report = await withDatabase("postgresql", (env) => killUnderLoad({ env, ...load, kills: 4 }));
    expect(report.acknowledged).toBeGreaterThanOrEqual(4 * load.acknowledged);
    expect(report).toMatchObject({ lost: 0, diverged: 0 });
  });

  it("[ACK-1] would lose some if it acknowledged before the commit", async () => {
    const report = await withDatabase("pglite", (env) =>
      killUnderLoad({ env, ...load, kills: 1, control: "acknowledge-early", moments: ["taken"] }),
    );
    expect(report.lost).toBeGreaterThan(0);
  });
});
