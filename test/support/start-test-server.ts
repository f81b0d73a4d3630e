import { type Config, loadConfig } from "@tavolo/server/config.ts";
import { type Log, silentLog } from "@tavolo/server/log.ts";
import { type RunningServer, startServer } from "@tavolo/server/start-server.ts";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { pglite, type TestDatabase } from "./databases.ts";
import { GraphQLClient } from "./graphql-client.ts";

export interface TestServerOptions {
  /** What the environment would set, beside a free port. */
  env?: Record<string, string>;
  log?: Log;
}

/** A server on a free port with a database of its own. */
export interface TestServer extends RunningServer {
  /** Speaks GraphQL as nobody; `as(cookie)` or `withToken(token)` make it somebody. */
  graphql: GraphQLClient;
  /** The sockets’ address, such as `ws://127.0.0.1:4711/sync`. */
  socketUrl(path: "/sync" | "/graphql"): string;
  /** Stops it and starts it again on the same database and port; `meanwhile` runs while it is stopped. */
  restart(meanwhile?: () => void): Promise<void>;
}

/** Starts a server within a test; it is closed and its database dropped when the test has finished. */
export const startTestServer = async (
  database: TestDatabase = pglite,
  options: TestServerOptions = {},
): Promise<TestServer> => {
  const { server, stop } = await start(database, options);
  onTestFinished(stop);
  return server;
};

/** Starts one server for all tests of the enclosing `describe`; it can be used once they run. */
export const useTestServer = (
  database: TestDatabase = pglite,
  options: TestServerOptions = {},
): TestServer => {
  let running: Awaited<ReturnType<typeof start>> | undefined;
  beforeAll(async () => {
    running = await start(database, options);
  });
  afterAll(async () => running?.stop());
  return new Proxy({} as TestServer, {
    get(_target, property) {
      if (!running) throw new Error("The test server runs in tests and hooks only.");
      return Reflect.get(running.server, property);
    },
  });
};

const start = async (database: TestDatabase, { env = {}, log = silentLog() }: TestServerOptions) => {
  const { settings, drop } = await database.create();
  const configOn = (port: number): Config => ({
    ...loadConfig({ PORT: String(port), DEMO: "0", ...env }),
    database: settings,
  });
  let running = await startServer(configOn(0), { log });

  const server: TestServer = {
    ...running,
    graphql: new GraphQLClient(running.url),
    socketUrl: (path) => `${running.url.replace(/^http/, "ws")}${path}`,
    async restart(meanwhile = () => {}) {
      await running.close();
      meanwhile();
      running = await startServer(configOn(running.port), { log });
      Object.assign(server, running);
    },
  };
  const stop = async () => {
    await running.close();
    await drop();
  };
  return { server, stop };
};
