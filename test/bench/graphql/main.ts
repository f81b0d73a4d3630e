// First pages of `items` by the API beside hand-written SQL, over a million projected items on PostgreSQL:
// `pnpm bench:graphql [--items 1000000] [--repeats 60] [--json]`. Makes a database of its own and drops it.
import { cpus } from "node:os";
import { loadConfig } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import pg from "pg";
import { createPostgresql } from "../../support/postgresql.ts";
import { canPin, pinLoad } from "../sync/pinning.ts";
import { MEASURED_SERVERS } from "../sync/servers/measured-servers.ts";
import { fillItems } from "./fill-items.ts";
import { layTables } from "./lay-tables.ts";
import { measure, type Measured } from "./measure.ts";
import { readOptions } from "./options.ts";
import { questionsOf } from "./questions.ts";
import { AT_MOST, tableOf, tooSlow } from "./verdict.ts";

/** How often progress is told while rows are written. */
const TOLD_EVERY = 100_000;

const tell = (line: string) => void process.stderr.write(`${line}\n`);

const { items, repeats, json } = readOptions(process.argv.slice(2));
const tavolo = MEASURED_SERVERS.find(({ name }) => name === "tavolo")!;
const { settings, drop } = await createPostgresql();
const { url } = settings;
try {
  const database = await openDatabase(loadConfig({ DATABASE_URL: url }));
  const tables = await layTables(database.orm.em);
  await database.close();
  const client = new pg.Client(url);
  await client.connect();
  tell(`Filling ${tables.boards.length} boards with ${items} items …`);
  await fillItems(client, tables.boards, items, (filled) => {
    if (filled % TOLD_EVERY === 0) tell(`  ${filled}`);
  });

  pinLoad();
  const server = await tavolo.start({ DATABASE_URL: url });
  const measured: Measured[] = [];
  try {
    for (const question of questionsOf(tables)) {
      tell(`Asking: ${question.name} …`);
      measured.push(await measure(question, { client, url: `http://127.0.0.1:${server.port}`, repeats }));
    }
  } finally {
    await server.stop();
    await client.end();
  }
  const machine = {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    node: process.version,
    pinned: canPin,
  };
  const table = tableOf(measured, items);
  if (json) {
    tell(table);
    process.stdout.write(`${JSON.stringify({ machine, items, repeats, atMost: AT_MOST, measured })}\n`);
  } else process.stdout.write(table);
  process.exitCode = tooSlow(measured).length === 0 ? 0 : 1;
} finally {
  await drop();
}
process.exit();
