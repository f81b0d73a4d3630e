import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "../config.ts";
import type { Orm } from "../database/orm.ts";
import type { Log } from "../log.ts";
import { deviceOf } from "../people/device.ts";
import type { RateLimits } from "../people/rate-limits.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { LiveAccess } from "../people/live-access.ts";
import type { Viewer } from "../people/viewer.ts";
import type { SyncEngine } from "../sync/sync-engine.ts";
import { acceptedLanguage } from "./accepted-language.ts";
import type { GraphQLContext } from "./context.ts";
import { Loaders } from "./loaders.ts";
import type { BoardPubSub } from "./pub-sub.ts";

/** What all operations share. */
export interface Services {
  orm: Orm;
  engine: SyncEngine;
  access: LiveAccess;
  pubSub: BoardPubSub;
  config: Config;
  mail: Mailer;
  limits: RateLimits;
}

/** What one operation brings. */
export interface OperationScope {
  viewer: Viewer;
  headers: IncomingHttpHeaders;
  log: Log;
  correlationId: string;
  address: string;
  setCookie(header: string): void;
}

/** The context of one operation, with an entity manager and loaders of its own. */
export const createContext = (
  { orm, engine, access, pubSub, config, mail, limits }: Services,
  { viewer, headers, log, correlationId, address, setCookie }: OperationScope,
): GraphQLContext => {
  const em = orm.em.fork();
  return {
    em,
    viewer,
    language: acceptedLanguage(headers["accept-language"]),
    loaders: new Loaders(em),
    engine,
    access,
    pubSub,
    config,
    mail,
    limits,
    log,
    correlationId,
    address,
    device: deviceOf(headers["user-agent"]),
    setCookie,
  };
};
