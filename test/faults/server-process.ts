// A whole server in a process of its own, to be killed. Prints its address once it listens.
import { once } from "node:events";
import { openSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { loadConfig } from "@tavolo/server/config.ts";
import { HotStatement } from "@tavolo/server/database/hot-statement.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { startServer } from "@tavolo/server/start-server.ts";
import { Projector } from "@tavolo/server/sync/projection/projector.ts";
import type { QueueEntry } from "@tavolo/server/sync/rooms/queue-entry.ts";
import { Room } from "@tavolo/server/sync/rooms/room.ts";
import { type FatalMoment, watchFatalMoments } from "./fatal-moments.ts";

const { values } = parseArgs({
  options: {
    "acknowledge-early": { type: "boolean", default: false },
    "slow-journal": { type: "boolean", default: false },
    "never-project": { type: "boolean", default: false },
    "stand-by": { type: "boolean", default: false },
    commits: { type: "string" },
    kill: { type: "string" },
  },
});

// The negative control: what a server does that acknowledges when an edit arrives, not when it is safe.
if (values["acknowledge-early"]) {
  const enqueue: Room["enqueue"] = Reflect.get(Room.prototype, "enqueue");
  Room.prototype.enqueue = function acknowledgeEarly(entry) {
    entry.committed({ seq: 0, at: new Date() });
    enqueue.call(this, { ...entry, committed: () => {} });
  };
}

// The control of what queries read.
if (values["never-project"]) Projector.prototype.wake = () => {};

// Notes what is safe, when, and dies at the named commit: `before:2` in its beginning, `after:2` when the database
// has it and nobody has been told.
if (values.commits) {
  const file = openSync(values.commits, "a");
  const [moment, count] = values.kill?.split(":") ?? [];
  const under = new Map<Room, readonly QueueEntry[]>();
  let commits = 0;
  const takeBatch: Room["takeBatch"] = Reflect.get(Room.prototype, "takeBatch");
  Room.prototype.takeBatch = function take() {
    const batch = takeBatch.call(this);
    under.set(this, batch.entries);
    if (batch.entries.some((entry) => entry.type === "edit" && entry.from !== null)) {
      commits += 1;
      if (moment === "before" && commits === Number(count)) process.kill(process.pid, "SIGKILL");
    }
    return batch;
  };
  const batchDone: Room["batchDone"] = Reflect.get(Room.prototype, "batchDone");
  Room.prototype.batchDone = function done() {
    const edits = (under.get(this) ?? []).flatMap((entry) =>
      entry.type === "edit" ? [Buffer.from(entry.bytes).toString("base64")] : [],
    );
    if (edits.length > 0) writeSync(file, `${JSON.stringify({ at: Date.now(), edits })}\n`);
    if (moment === "after" && commits === Number(count)) process.kill(process.pid, "SIGKILL");
    batchDone.call(this);
  };
}

// Everything is loaded: what is left of a start is the database.
const orders = values["stand-by"] ? createInterface({ input: process.stdin }) : null;
if (orders) {
  // Whoever started it is gone.
  orders.once("close", () => process.exit(1));
  await once(orders, "line");
}

const { url, orm, engine } = await startServer(loadConfig(process.env), { log: silentLog() });

// Told `<moment> <board>`, it dies at the next such moment.
if (orders) {
  const moments = watchFatalMoments({ orm, engine });
  orders.on("line", (order) => {
    if (order === "exhaust-log") void exhaustLog();
    const [moment = "", boardId = ""] = order.split("\t");
    moments.arm(moment as FatalMoment, boardId);
  });
}

/** Fills the database’s log until there is no room for more of it, around whatever keeps a reserve. */
async function exhaustLog(): Promise<void> {
  const connection = orm.driver.getConnection() as unknown as {
    getNativeClient(): Promise<{ query(statement: string): Promise<unknown> }>;
  };
  const client = await connection.getNativeClient();
  for (let piece = 0; piece < 40; piece += 1)
    await client.query("select pg_logical_emit_message(true, 'fault', repeat('x', 1000000))");
}

// The other half of the control: a commit takes long enough for a person to see the word.
if (values["slow-journal"]) {
  const run: HotStatement["run"] = Reflect.get(HotStatement.prototype, "run");
  HotStatement.prototype.run = async function slowly<Row extends object>(
    this: HotStatement,
    ...given: Parameters<HotStatement["run"]>
  ): Promise<Row[]> {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return Reflect.apply(run, this, given) as Promise<Row[]>;
  };
}
process.stdout.write(`${url}\n`);
