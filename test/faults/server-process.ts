// A whole server in a process of its own, to be killed. Prints its address once it listens.
import { loadConfig } from "@tavolo/server/config.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { startServer } from "@tavolo/server/start-server.ts";
import { Room } from "@tavolo/server/sync/rooms/room.ts";

// The negative control: what a server does that acknowledges when an edit arrives, not when it is safe.
if (process.argv.includes("--acknowledge-early")) {
  const enqueue: Room["enqueue"] = Reflect.get(Room.prototype, "enqueue");
  Room.prototype.enqueue = function acknowledgeEarly(entry) {
    entry.committed({ seq: 0, at: new Date() });
    enqueue.call(this, { ...entry, committed: () => {} });
  };
}

const { url } = await startServer(loadConfig(process.env), { log: silentLog() });
process.stdout.write(`${url}\n`);
