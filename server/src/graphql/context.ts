import type { LanguageCode } from "@tavolo/schema";
import type { Config } from "../config.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import type { Log } from "../log.ts";
import type { RateLimits } from "../people/rate-limits.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { LiveAccess } from "../people/live-access.ts";
import type { Viewer } from "../people/viewer.ts";
import type { SyncEngine } from "../sync/sync-engine.ts";
import type { Loaders } from "./loaders.ts";
import type { BoardPubSub } from "./pub-sub.ts";

/** What every resolver may use. One per HTTP request, and one per delivered event of a subscription. */
export interface GraphQLContext {
  /** The request’s own; inside a transaction use the one that the transaction hands you. */
  em: EntityManager;
  viewer: Viewer;
  /** The best match of `Accept-Language`, null where the client named none of ours. */
  language: LanguageCode | null;
  loaders: Loaders;
  engine: SyncEngine;
  /** Tells open sockets of rights that changed; call it after the commit. */
  access: LiveAccess;
  pubSub: BoardPubSub;
  config: Config;
  /** Sends mail, where the server has a mail server. */
  mail: Mailer;
  /** Counts tries; throws RATE_LIMITED. */
  limits: RateLimits;
  log: Log;
  correlationId: string;
  /** The browser in words, null where it is not known. */
  device: string | null;
  /** Where the request comes from, as limits count it. */
  address: string;
  /** Adds a `Set-Cookie` header to the answer; over a WebSocket it refuses, there is no answer to set it on. */
  setCookie(header: string): void;
}
