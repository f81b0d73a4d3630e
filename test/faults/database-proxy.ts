import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

import type { Fault } from "./fault.ts";

/** What the network between server and database does. `silent` swallows everything and closes nothing. */
export type Weather = { kind: "fine" } | { kind: "cut" } | { kind: "silent" } | { kind: "slow"; ms: number };

/** A TCP proxy in front of a PostgreSQL whose network can be made to fail. */
export interface DatabaseProxy {
  /** The database’s address by way of the proxy. */
  readonly url: string;
  turn(weather: Weather): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of the database of this address, on a free port. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const lanes = new Set<Lane>();
  let weather: Weather = { kind: "fine" };
  const server = createServer((near) => {
    if (weather.kind === "cut") {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      const lane = new Lane(from, to, () => weather);
      lanes.add(lane);
      from.once("close", () => lanes.delete(lane));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The proxy does not listen.");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return {
    url: url.href,
    turn(next) {
      weather = next;
      if (next.kind === "cut") for (const lane of lanes) lane.cut();
      else for (const lane of lanes) lane.pass();
    },
    async close() {
      for (const lane of lanes) lane.cut();
      server.close();
      await once(server, "close");
    },
  };
}

/** One direction of a connection; what it does not pass on yet it keeps, as the network would send it again. */
class Lane {
  readonly #kept: Buffer[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly weather: () => Weather,
  ) {
    from.on("data", (chunk: Buffer) => {
      this.#kept.push(chunk);
      this.pass();
    });
    from.on("error", () => this.cut());
    from.on("end", () => this.to.end());
  }

  pass(): void {
    const now = this.weather();
    if (now.kind === "fine") this.#send();
    if (now.kind !== "slow") return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#send();
    }, now.ms);
    this.#timers.add(timer);
  }

  cut(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.from.destroy();
    this.to.destroy();
  }

  #send(): void {
    for (const chunk of this.#kept.splice(0)) if (this.to.writable) this.to.write(chunk);
  }
}

/** Runs something with the network between server and PostgreSQL as its fault. */
export async function withDatabaseProxy<T>(
  env: Readonly<Record<string, string>>,
  weather: Weather,
  run: (fault: Fault) => Promise<T>,
): Promise<T> {
  const proxy = await startDatabaseProxy(env["DATABASE_URL"]!);
  try {
    return await run({
      env: { DATABASE_URL: proxy.url },
      begin: () => proxy.turn(weather),
      end: () => proxy.turn({ kind: "fine" }),
    });
  } finally {
    await proxy.close();
  }
}
