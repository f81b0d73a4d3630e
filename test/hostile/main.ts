// Hostile traffic: `pnpm hostile [--updates 20000] [--frames 2000] [--seed 1] [--json]`. Changed and damaged updates at a
// board’s gate, and frames over sockets at a server in a process of its own. Ends with 1 when one of them threw, was
// acknowledged without being kept, took what nobody may take, left a board that loads otherwise, or cost too much.
import { parseArgs } from "node:util";
import { attackGate, isHarmless } from "./attack-gate.ts";
import { attackSockets, didNoHarm, isCheap } from "./attack-sockets.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    updates: { type: "string", default: "20000" },
    frames: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const [updates, frames, seed] = [values.updates, values.frames, values.seed].map(Number) as [
  number,
  number,
  number,
];
if (![updates, frames, seed].every((size) => Number.isSafeInteger(size) && size >= 0))
  throw new Error("--updates, --frames and --seed take whole numbers from 0.");

const teller = (what: string, step: number) => {
  let told = 0;
  return (done: number) => {
    if (values.json || done - told < step) return;
    told = done;
    process.stderr.write(`${done} ${what}\n`);
  };
};

const started = performance.now();
const gate = attackGate(seed, updates, teller("updates", 20_000));
const sockets = frames > 0 ? await attackSockets(seed, frames, teller("frames", 4_000)) : null;
const report = {
  seed,
  gate: { ...gate, decodableShare: Math.round((100 * gate.decodable) / Math.max(1, updates)) / 100 },
  sockets,
  seconds: Math.round((performance.now() - started) / 1_000),
};
process.stdout.write(`${JSON.stringify(report, null, values.json ? 0 : 2)}\n`);
const isBroken = !isHarmless(gate) || (sockets !== null && !(didNoHarm(sockets) && isCheap(sockets)));
process.exit(isBroken ? 1 : 0);
