// Seeded people on one board: `pnpm fuzz [--seeds 20] [--ops 1000] [--clients 5] [--from 1] [--jobs 1]
// [--database pglite|postgresql|both] [--json]`. `--ops` are those of all clients of a seed together; with `both` the
// databases take turns. Ends with 1 when a copy differs, a board holds what it has no place for, or an honest edit was
// refused.
import { fork } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { databaseKinds } from "../faults/own-database.ts";
import { runSeed, type SeedReport } from "./run-seed.ts";
import { UnsteadyServer } from "./unsteady-server.ts";

/** Seeds that share a server and its database: starting one takes as long as a seed. */
const SEEDS_A_SERVER = 10;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    seeds: { type: "string", default: "20" },
    ops: { type: "string", default: "1000" },
    clients: { type: "string", default: "5" },
    from: { type: "string", default: "1" },
    /** Processes that share the seeds between them. */
    jobs: { type: "string", default: "1" },
    database: { type: "string", default: "pglite" },
    json: { type: "boolean", default: false },
  },
});
const sizes = [values.seeds, values.ops, values.clients, values.from, values.jobs].map(Number);
if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0))
  throw new Error("--seeds, --ops, --clients, --from and --jobs take whole numbers from 1.");
const [seeds, operations, clients, from, jobs] = sizes as [number, number, number, number, number];

const databases = databaseKinds(values.database);

const started = performance.now();
const reports: SeedReport[] = [];

function take(report: SeedReport): void {
  reports.push(report);
  // One of several processes tells the first what it found.
  process.send?.(report);
  const bad = [...report.refusals.map((refusal) => `refused: ${refusal}`), ...report.faults];
  if (process.send || (values.json && bad.length === 0)) return;
  const lines = bad.map((line) => `\n  ${line}`).join("");
  process.stderr.write(
    `seed ${report.seed}: ${report.operations} operations, ${report.restarts} restarts, ${report.seconds} s${lines}\n`,
  );
}

async function shareOut(): Promise<void> {
  const each = Math.ceil(seeds / jobs);
  const shares = Array.from({ length: jobs }, (_, job) => ({
    first: from + job * each,
    count: Math.min(each, seeds - job * each),
  })).filter(({ count }) => count > 0);
  await Promise.all(
    shares.map(async ({ first, count }) => {
      const sized = ["--ops", values.ops, "--clients", values.clients, "--database", values.database];
      const child = fork(process.argv[1]!, ["--from", `${first}`, "--seeds", `${count}`, ...sized], {
        execArgv: process.execArgv,
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      child.on("message", take);
      const [code] = await once(child, "exit");
      if (code !== 0 && code !== 1) throw new Error(`The seeds from ${first} broke off.`);
    }),
  );
}

if (jobs > 1) await shareOut();
else await runAll();

async function runAll(): Promise<void> {
  const end = from + seeds;
  for (let [first, turn] = [from, 0]; first < end; first += SEEDS_A_SERVER, turn++) {
    await UnsteadyServer.run(databases[turn % databases.length]!, async (server) => {
      for (let seed = first; seed < Math.min(first + SEEDS_A_SERVER, end); seed++)
        take(await runSeed(server, { seed, operations, clients }));
    });
  }
}

const seconds = Math.round((performance.now() - started) / 1_000);
const summary = {
  seeds: reports.length,
  operations: reports.reduce((sum, report) => sum + report.operations, 0),
  restarts: reports.reduce((sum, report) => sum + report.restarts, 0),
  refusals: reports.reduce((sum, report) => sum + report.refusals.length, 0),
  faults: reports.reduce((sum, report) => sum + report.faults.length, 0),
  failedSeeds: reports
    .filter(({ refusals, faults }) => refusals.length + faults.length > 0)
    .map(({ seed }) => seed)
    .toSorted((a, b) => a - b),
  seconds,
  secondsPerSeed: Math.round((10 * seconds) / reports.length) / 10,
};
process.stdout.write(`${JSON.stringify(summary, null, values.json ? 0 : 2)}\n`);
process.exit(summary.failedSeeds.length > 0 ? 1 : 0);
