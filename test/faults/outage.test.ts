import { describe, expect, it } from "vitest";
import { postgresqlAnswers } from "../support/databases.ts";
import { type Weather, withDatabaseProxy } from "./database-proxy.ts";
import { type OutageOptions, outage } from "./outage.ts";
import { withDatabase } from "./own-database.ts";

const run = (weather: Weather, options: Pick<OutageOptions, "seconds" | "control">) =>
  withDatabase("postgresql", (env) =>
    withDatabaseProxy(env, weather, (fault) => outage({ fault, clients: 5, ...options })),
  );

describe.skipIf(!postgresqlAnswers)("a database that goes away while people type", () => {
  it("is told to all of them, and nothing is lost when it is back", async () => {
    const report = await run({ kind: "cut" }, { seconds: 4 });
    const whole = { alive: true, lost: 0, diverged: 0, refused: 0 };
    expect(report).toMatchObject({ ...whole, acknowledgedMeanwhile: 0, unready: true });
    expect(report.notSavedAfterMs).not.toBeNull();
  });

  it("would not be noticed by a server that acknowledges before the commit", async () => {
    const report = await run({ kind: "cut" }, { seconds: 2, control: "acknowledge-early" });
    expect(report.acknowledgedMeanwhile).toBeGreaterThan(0);
  });
});
