import type { IncomingMessage } from "node:http";
import { sql } from "@mikro-orm/core";
import type { Config } from "../config.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { tokenRevoked, unauthenticated } from "../errors.ts";
import { ApiTokenSchema } from "../tokens/api-token.entity.ts";
import { hashSecret } from "./secret.ts";
import { sessionTokenOf } from "./session-cookie.ts";
import { SessionSchema } from "./session.entity.ts";
import { anonymous, type Viewer } from "./viewer.ts";

/** When a session or token was last seen is kept to this grain: a write per request would be waste. */
const SEEN_GRAIN = "5 minutes";

/**
 * Finds who makes a request. A bearer token goes before the cookie and must be good (UNAUTHENTICATED,
 * TOKEN_REVOKED); an unknown or ended session is only nobody, so that the start page still opens.
 */
export const viewerFromRequest = async (
  em: EntityManager,
  request: Pick<IncomingMessage, "headers">,
  config: Pick<Config, "publicUrl">,
): Promise<Viewer> => {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return viewerFromAuthorization(em, authorization);
  const token = sessionTokenOf(config, cookie);
  return token ? viewerFromSession(em, token) : anonymous;
};

/** The same for a value like `Bearer tvl_…` that came in another way, as a socket’s connection parameters. */
export const viewerFromAuthorization = async (em: EntityManager, authorization: string): Promise<Viewer> => {
  const token = /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  const row = token ? await em.findOne(ApiTokenSchema, { tokenHash: hashSecret(token) }) : null;
  if (!row) throw unauthenticated();
  if (row.revokedAt) throw tokenRevoked();
  await em.execute(
    `update api_token set last_used_at = now()
      where id = ? and (last_used_at is null or last_used_at < now() - interval '${SEEN_GRAIN}')`,
    [row.id],
  );
  return { kind: "integration", tokenId: row.id, participantId: row.participant, projectId: row.project };
};

const viewerFromSession = async (em: EntityManager, token: string): Promise<Viewer> => {
  const row = await em.findOne(SessionSchema, {
    tokenHash: hashSecret(token),
    revokedAt: null,
    expiresAt: { $gt: sql.now() },
  });
  if (!row) return anonymous;
  if (Date.now() - row.lastSeenAt.getTime() > 60_000) {
    await em.execute(
      `update session set last_seen_at = now() where id = ? and last_seen_at < now() - interval '${SEEN_GRAIN}'`,
      [row.id],
    );
  }
  return { kind: "person", personId: row.person, sessionId: row.id };
};
