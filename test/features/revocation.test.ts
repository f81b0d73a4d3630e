import { beforeAll, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { causes, doors, runTrials } from "../trials/revocation.ts";

// The figures are for `pnpm trials:revocation`, which has the machine to itself; here only what must never happen.
eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;
  beforeAll(async () => {
    table = await setTable(server);
  });

  test("whoever’s right ends is told at both doors, and nothing they send later is written", async () => {
    const report = await runTrials(server, table, { trials: doors.length * causes.length });
    expect(report).toMatchObject({ laterWrites: 0, unheard: 0 });
  });

  test("a right that goes on is found out by the same trial", async () => {
    const report = await runTrials(server, table, { trials: doors.length, spare: true });
    expect(report.unheard).toBe(doors.length);
    // Those of the open socket, the one over HTTP, and the one after the time is up: five at each door.
    expect(report.laterWrites).toBe(doors.length * 5);
  });
});
