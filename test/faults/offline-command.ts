// Writes without a connection, kills browser and server, and counts what came of it, on the embedded database and on
// PostgreSQL in turn: `pnpm faults:offline [-- --runs 10] [--edits 100] [--seed 1] [--json]`. Each run’s number is its
// seed; a run that failed is repeated by `--runs 1 --seed N`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { administer, createPostgresql } from "../support/postgresql.ts";
import { type ReplayReport, replayOffline } from "./offline-replay.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    runs: { type: "string", default: "10" },
    edits: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const [runs, edits, firstSeed] = [values.runs, values.edits, values.seed].map(Number);
if (![runs, edits, firstSeed].every((number) => Number.isInteger(number) && Number(number) > 0))
  throw new Error("--runs, --edits and --seed take whole numbers from 1.");

const hasPostgresql = await administer("select 1").then(
  () => true,
  () => false,
);
const reports: (ReplayReport & { database: string })[] = [];
for (let seed = Number(firstSeed); seed < Number(firstSeed) + Number(runs); seed += 1) {
  const report = hasPostgresql && seed % 2 === 0 ? await onPostgresql(seed) : await onEmbedded(seed);
  reports.push(report);
  if (!values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

const sum = (of: (report: ReplayReport) => number) =>
  reports.reduce((total, report) => total + of(report), 0);
const result = {
  runs: reports.length,
  edits: sum((report) => report.edits),
  serverKills: sum((report) => report.serverKills),
  browserKills: sum((report) => report.browserKills),
  savedMoments: sum((report) => report.savedMoments),
  early: sum((report) => report.early),
  lost: sum((report) => report.lost),
  doubled: sum((report) => report.doubled),
  refused: sum((report) => report.refused),
};
process.stdout.write(`${JSON.stringify(values.json ? { ...result, reports } : result)}\n`);
process.exitCode = result.early + result.lost + result.doubled + result.refused > 0 ? 1 : 0;

async function onEmbedded(seed: number) {
  const folder = mkdtempSync(join(tmpdir(), "tavolo-faults-"));
  try {
    return {
      database: "embedded",
      ...(await replayOffline({ env: { DATA_DIR: folder }, seed, edits: Number(edits) })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgresql(seed: number) {
  const { settings, drop } = await createPostgresql();
  try {
    const env = { DATABASE_URL: settings.url };
    return { database: "postgresql", ...(await replayOffline({ env, seed, edits: Number(edits) })) };
  } finally {
    await drop();
  }
}
