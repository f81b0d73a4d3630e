// Seeded people on one board: `pnpm fuzz [--seeds 20] [--ops 200] [--clients 5] [--from 1] [--json]`. Ends with 1
// when a copy differs, a board holds what it has no place for, or an honest edit was refused.
import { parseArgs } from "node:util";
import { runSeed, type SeedReport } from "./run-seed.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    seeds: { type: "string", default: "20" },
    ops: { type: "string", default: "200" },
    clients: { type: "string", default: "5" },
    from: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const [seeds, operations, clients, from] = [values.seeds, values.ops, values.clients, values.from].map(
  Number,
);
if (![seeds, operations, clients, from].every((size) => Number.isSafeInteger(size) && size! > 0))
  throw new Error("--seeds, --ops, --clients and --from take whole numbers from 1.");

const started = performance.now();
const reports: SeedReport[] = [];
for (let seed = from!; seed < from! + seeds!; seed++) {
  const report = await runSeed({ seed, operations: operations!, clients: clients! });
  reports.push(report);
  const bad = [...report.refusals.map((refusal) => `refused: ${refusal}`), ...report.faults];
  if (!values.json || bad.length > 0)
    process.stderr.write(
      `seed ${seed}: ${report.operations} operations, ${report.restarts} restarts${bad.map((line) => `\n  ${line}`).join("")}\n`,
    );
}

const summary = {
  seeds: reports.length,
  operations: reports.reduce((sum, report) => sum + report.operations, 0),
  restarts: reports.reduce((sum, report) => sum + report.restarts, 0),
  refusals: reports.reduce((sum, report) => sum + report.refusals.length, 0),
  faults: reports.reduce((sum, report) => sum + report.faults.length, 0),
  failedSeeds: reports
    .filter(({ refusals, faults }) => refusals.length + faults.length > 0)
    .map(({ seed }) => seed),
  seconds: Math.round((performance.now() - started) / 1000),
};
process.stdout.write(`${JSON.stringify(summary, null, values.json ? 0 : 2)}\n`);
process.exit(summary.failedSeeds.length > 0 ? 1 : 0);
