// Tavolo’s engine beside other Yjs servers: `pnpm bench:sync [--scenario fan-out-50] [--servers relay,tavolo]
// [--seconds 5] [--repeats 3] [--profile FILE] [--json]`. The others check, store and acknowledge nothing durable.
import { cpus } from "node:os";
import { createBenchDatabase } from "./database/bench-database.ts";
import { measureAll } from "./measure-all.ts";
import { readOptions } from "./options.ts";
import { canPin, pinLoad } from "./pinning.ts";
import { ratiosOf } from "./report/ratios.ts";
import { tableOf } from "./report/table.ts";

const tell = (line: string) => void process.stderr.write(`${line}\n`);

const options = readOptions(process.argv.slice(2));
if (!canPin)
  tell("Without taskset and a second core the load shares the servers’ core: the figures are rougher.");
pinLoad();
const database = await createBenchDatabase();
try {
  const results = await measureAll(options, database, tell);
  const ratios = ratiosOf(results);
  const { seconds, repeats } = options;
  const machine = {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    node: process.version,
    pinned: canPin,
  };
  const table = tableOf(options, results, ratios);
  if (options.json) {
    tell(table);
    process.stdout.write(
      `${JSON.stringify({ machine, database: database.kind, seconds, repeats, results, ratios })}\n`,
    );
  } else process.stdout.write(table);
} finally {
  await database.drop();
}
process.exit();
