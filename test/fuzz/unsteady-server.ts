import { loadConfig } from "@tavolo/server/config.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { type RunningServer, startServer } from "@tavolo/server/start-server.ts";
import { type DatabaseKind, withDatabase } from "../faults/own-database.ts";

/** A server that goes and comes back at the same address, on the same database. */
export class UnsteadyServer {
  private constructor(
    private readonly env: Readonly<Record<string, string>>,
    private current: RunningServer,
  ) {}

  /** Runs something beside a server on a new database of its own. */
  static run<T>(kind: DatabaseKind, use: (server: UnsteadyServer) => Promise<T>): Promise<T> {
    return withDatabase(kind, async (env) => {
      const server = new UnsteadyServer(env, await start(env, 0));
      try {
        return await use(server);
      } finally {
        await server.current.close();
      }
    });
  }

  get now(): Pick<RunningServer, "url" | "orm" | "engine"> {
    return this.current;
  }

  async restart(): Promise<void> {
    const { port } = this.current;
    await this.current.close();
    this.current = await start(this.env, port);
  }
}

const start = (env: Readonly<Record<string, string>>, port: number): Promise<RunningServer> =>
  startServer(loadConfig({ PORT: String(port), DEMO: "0", ...env }), { log: silentLog() });
