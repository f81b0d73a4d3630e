// Breaks a server on purpose and counts what was lost: `pnpm faults [--kills 20] [--outage] [--disk-full] [--storm]
// [--database pglite|postgresql|both] [--seed 1] [--json]`. Ends with 1 when a promise is broken, or when a control,
// a server that breaks one on purpose, is not caught.
import { parseArgs } from "node:util";
import { diskFullTrials } from "./disk-full-trials.ts";
import { databaseKinds } from "./own-database.ts";
import { killTrials } from "./kill-trials.ts";
import { outageTrials } from "./outage-trials.ts";
import { stormTrials } from "./storm-trials.ts";
import type { Trial } from "./trial.ts";

const { values } = parseArgs({
  allowNegative: true,
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    kills: { type: "string" },
    clients: { type: "string", default: "20" },
    acknowledged: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    database: { type: "string", default: "both" },
    outage: { type: "boolean", default: false },
    storm: { type: "boolean", default: false },
    people: { type: "string", default: "500" },
    "disk-full": { type: "boolean", default: false },
    seconds: { type: "string", default: "60" },
    browser: { type: "boolean", default: true },
    json: { type: "boolean", default: false },
  },
});

const whole = (name: string, value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1.`);
  return number;
};
const databases = databaseKinds(values.database);
const seed = whole("seed", values.seed);
const tell = (line: string) => void process.stderr.write(`${line}\n`);

const trials: Trial[] = [];
const nothingNamed = values.kills === undefined && !values.outage && !values["disk-full"] && !values.storm;
if (values.kills || nothingNamed) {
  const clients = whole("clients", values.clients);
  const acknowledged = whole("acknowledged", values.acknowledged);
  const kills = whole("kills", values.kills ?? "20");
  for (const database of databases)
    trials.push(...(await killTrials({ database, seed, clients, acknowledged, kills }, tell)));
}
if (values.outage) {
  const seconds = whole("seconds", values.seconds);
  trials.push(...(await outageTrials({ clients: 10, seconds, browser: values.browser }, tell)));
}
if (values["disk-full"]) {
  const sizes = {
    clients: 10,
    seconds: Math.min(whole("seconds", values.seconds), 20),
    browser: values.browser,
  };
  for (const database of databases) trials.push(...(await diskFullTrials(database, sizes, tell)));
}
if (values.storm) {
  const people = whole("people", values.people);
  for (const database of databases) trials.push(...(await stormTrials(database, people, tell)));
}

const broken = trials.filter(({ kept }) => !kept);
for (const { name, kept } of trials) tell(`${kept ? "kept  " : "BROKEN"} ${name}`);
process.stdout.write(`${JSON.stringify({ kept: broken.length === 0, trials }, null, values.json ? 0 : 2)}\n`);
process.exit(broken.length > 0 ? 1 : 0);
