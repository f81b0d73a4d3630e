// Damaged updates at a board’s gate: `pnpm hostile [--updates 20000] [--seed 1] [--json]`. Ends with 1 when one of them
// threw, was acknowledged without being in the document, took what nobody may take, or left a board that loads otherwise.
import { parseArgs } from "node:util";
import { attackGate, isHarmless } from "./attack-gate.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    updates: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const [updates, seed] = [values.updates, values.seed].map(Number);
if (![updates, seed].every((size) => Number.isSafeInteger(size) && size! > 0))
  throw new Error("--updates and --seed take whole numbers from 1.");

let told = 0;
const report = attackGate(seed!, updates!, (done) => {
  if (values.json || done - told < 5_000) return;
  told = done;
  process.stderr.write(`${done} updates\n`);
});
const decodableShare = Math.round((100 * report.decodable) / report.updates) / 100;
process.stdout.write(`${JSON.stringify({ ...report, decodableShare }, null, values.json ? 0 : 2)}\n`);
process.exit(isHarmless(report) ? 0 : 1);
