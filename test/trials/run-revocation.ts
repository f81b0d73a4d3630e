// Ends rights of people who are idle at an open board and lets them write on: `pnpm trials:revocation [-- --trials 200]
// [--json]`, on DATABASE_URL or the embedded database. Ends with 1 where it took a second or a write came through.
import { parseArgs } from "node:util";
import { loadConfig } from "@tavolo/server/config.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { startServer } from "@tavolo/server/start-server.ts";
import { GraphQLClient } from "../support/graphql-client.ts";
import { setTable } from "../support/sign-in.ts";
import type { TestServer } from "../support/start-test-server.ts";
import { runTrials } from "./revocation.ts";

/** What the interface promises: changes take effect on live screens within a second. */
const PROMISED_MS = 1_000;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: { trials: { type: "string", default: "200" }, json: { type: "boolean", default: false } },
});
const trials = Number(values.trials);
if (!Number.isInteger(trials) || trials < 1) throw new Error("--trials takes a whole number from 1.");

const { DATABASE_URL } = process.env;
const server = await startServer(
  loadConfig({ PORT: "0", DEMO: "0", ...(DATABASE_URL ? { DATABASE_URL } : { DATA_DIR: "memory://" }) }),
  { log: silentLog() },
);
try {
  const place = Object.assign(server, { graphql: new GraphQLClient(server.url) }) as unknown as TestServer;
  const report = await runTrials(place, await setTable(place), { trials });
  const { by, ...whole } = report;
  if (values.json) console.log(JSON.stringify(report));
  else {
    console.table(by);
    console.log(
      `${whole.trials} trials: p50 ${whole.p50} ms, p99 ${whole.p99} ms, longest ${whole.max} ms; ` +
        `${whole.unheard} unheard, ${whole.laterWrites} later writes accepted`,
    );
  }
  process.exitCode = whole.p99 <= PROMISED_MS && whole.laterWrites + whole.unheard === 0 ? 0 : 1;
} finally {
  await server.close();
}
