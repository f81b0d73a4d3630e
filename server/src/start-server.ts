// First: the decorators of every GraphQL type need it.
import "reflect-metadata";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Config, listeningOn } from "./config.ts";
import { openDatabase } from "./database/open-database.ts";
import type { Orm } from "./database/orm.ts";
import { type DemoLinks, loadDemo } from "./demo/load-demo.ts";
import { createGraphQLOverHttp } from "./graphql/apollo.ts";
import { type BoardPubSub, createBoardPubSub } from "./graphql/pub-sub.ts";
import { createSchema } from "./graphql/schema.ts";
import { createGraphQLOverWebSocket } from "./graphql/subscriptions.ts";
import { clientRoute } from "./http/client-route.ts";
import { exportRoute } from "./http/export-route.ts";
import { graphiqlRoute } from "./http/graphiql-route.ts";
import { graphqlRoute } from "./http/graphql-route.ts";
import { createGraphQLSockets } from "./http/graphql-sockets.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { listen } from "./http/listen.ts";
import { metricsRoute } from "./http/metrics-route.ts";
import { providerRoute } from "./http/provider-route.ts";
import { requestHandler } from "./http/request-handler.ts";
import { upgradeHandler } from "./http/upgrade-handler.ts";
import type { Log } from "./log.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { createSetUpLink } from "./people/create-set-up-link.ts";
import { createRateLimits } from "./people/rate-limits.ts";
import { createMailer } from "./mail/mailer.ts";
import { createLiveAccess, type LiveAccess } from "./people/live-access.ts";
import { createSyncEngine } from "./sync/engine.ts";
import { noticeRestore } from "./sync/generations/notice-restore.ts";
import type { SyncEngine } from "./sync/sync-engine.ts";
import { keepForgetting } from "./upkeep/keep-forgetting.ts";
import { isProxyUnknown, isUnprotected } from "./welcome.ts";

// The same folders from the source as from the bundle: both stand one below the server’s own.
const CLIENT = fileURLToPath(new URL("../../client/dist", import.meta.url));
const GRAPHIQL = fileURLToPath(new URL("../dist/graphiql", import.meta.url));

/** A database that needs longer for `select 1` serves nobody. */
const READY_TIMEOUT_MS = 2_000;

export interface RunningServer {
  /** The address that people open. */
  url: string;
  port: number;
  config: Config;
  orm: Orm;
  engine: SyncEngine;
  access: LiveAccess;
  pubSub: BoardPubSub;
  /** How to get in after this start, each link once; null where there is nothing to get into. */
  links: { setUp: string | null; demo: DemoLinks | null };
  /** Ends sockets, commits what is pending, closes the database and lets go of the port. */
  close(): Promise<void>;
}

export interface StartOptions {
  log: Log;
  /** Hears what the start is at, in words for a person. */
  tell?: (step: string) => void;
}

/** Starts everything behind one port. Throws ListenError or DatabaseError, with nothing left open. */
export const startServer = async (given: Config, options: StartOptions): Promise<RunningServer> => {
  const opened: Closing[] = [];
  const close = async () => {
    const failures: unknown[] = [];
    for (const closing of opened.splice(0).toReversed()) {
      try {
        await closing();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "not everything could be closed");
  };
  try {
    return { ...(await open(given, options, (closing) => opened.push(closing))), close };
  } catch (error) {
    await close();
    throw error;
  }
};

type Closing = () => Promise<void> | void;

const open = async (
  given: Config,
  { log, tell = () => {} }: StartOptions,
  onClose: (closing: Closing) => void,
): Promise<Omit<RunningServer, "close">> => {
  const listening = await listen(given.host, given.port);
  onClose(listening.close);
  const config = listeningOn(given, listening.port);
  if (isUnprotected(config)) log.warn({ host: config.host }, "reachable from elsewhere without TLS in front");
  if (isProxyUnknown(config)) log.warn("a proxy stands in front, but TRUST_PROXY is not set");

  tell(openingWords(config));
  const database = await openDatabase(config);
  onClose(database.close);
  const { orm, migrated, kind } = database;
  if (migrated.length > 0) log.info({ migrated }, "database brought up to date");
  const { restored, boards } = await noticeRestore(orm.em);
  if (restored) log.warn({ boards }, "the database was restored or moved: its boards begin a new generation");

  const pubSub = createBoardPubSub();
  const access = createLiveAccess({ em: orm.em, log });
  const metrics = createMetrics();
  const engine = createSyncEngine({ em: orm.em, pubSub, access, log, meter: metrics.engine });
  const mail = createMailer(config, log);
  onClose(mail.close);
  const services = { orm, engine, access, pubSub, config, mail, limits: createRateLimits() };
  const schema = createSchema();
  const graphql = await createGraphQLOverHttp(schema, metrics.operations);
  const graphqlSockets = createGraphQLSockets(
    createGraphQLOverWebSocket(schema, services, metrics.operations),
  );
  onClose(graphql.close);
  // Again, since what is under way needs the database: its answers are out before that closes.
  onClose(listening.close);
  onClose(engine.close);
  onClose(keepForgetting(orm.em, log));
  onClose(graphqlSockets.close);
  metrics.watch(() => ({
    ...engine.load(),
    graphqlSockets: graphqlSockets.count(),
    failing: engine.failingSince() !== null,
  }));
  let closing = false;
  const isClosing = () => closing;

  if (config.demo) tell("Preparing the demonstration workshop …");
  const demo = config.demo ? await loadDemo({ orm, engine, config, log }) : null;
  const setUp = await createSetUpLink(orm.em.fork(), config);

  listening.server.on(
    "upgrade",
    upgradeHandler({ orm, engine, graphqlSockets, limits: services.limits, config, log, isClosing }),
  );
  const routes = {
    graphiql: graphiqlRoute(GRAPHIQL, config),
    graphql: graphqlRoute(graphql, services),
    health: healthRoutes({ isReady: () => isReady(orm, engine), isClosing }),
    metrics: metricsRoute(metrics, config),
    export: exportRoute(services),
    provider: providerRoute(services),
    client: clientRoute(CLIENT),
  };
  listening.answerWith(requestHandler(routes, { config, log, meter: metrics.requests, isClosing }));
  // Before all else: whoever watches over the server sees that it goes, and nothing new begins.
  onClose(() => {
    closing = true;
  });
  log.info({ url: config.publicUrl, database: kind }, "listening");

  return {
    url: config.publicUrl,
    port: config.port,
    config,
    orm,
    engine,
    access,
    pubSub,
    links: { setUp: setUp?.url ?? null, demo },
  };
};

const openingWords = ({ database }: Config): string =>
  database.kind === "postgresql"
    ? "Opening the PostgreSQL database …"
    : `Opening the embedded database in ${database.dataDir} …`;

const isReady = async (orm: Orm, engine: SyncEngine): Promise<boolean> => {
  if (engine.failingSince()) return false;
  const patience = AbortSignal.timeout(READY_TIMEOUT_MS);
  const tooLate = once(patience, "abort").then(() => false);
  const answers = orm.em
    .fork()
    .execute("select 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answers, tooLate]);
};
