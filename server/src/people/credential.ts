import type { EntityManager } from "../database/entity-manager.ts";
import { sessionEnded, tokenRevoked, unauthenticated } from "../errors.ts";
import type { Viewer } from "./viewer.ts";

/** SQL: whether a session lets its browser in. */
export const goodSession = (session: string): string =>
  `(${session}.revoked_at is null and ${session}.expires_at > now()
    and ${session}.last_seen_at > now() - make_interval(days => ${session}.idle_days))`;

/** SQL: whether an access token lets its program in. */
export const goodToken = (token: string): string => `(${token}.revoked_at is null)`;

/** For how long a session or token is good if nobody ends it before; null without an end. */
export interface Credential {
  readonly endsInMs: number | null;
}

/**
 * Reads whether the session or token a viewer came with is good now, by the database’s clock. Throws
 * UNAUTHENTICATED for nobody, SESSION_ENDED or TOKEN_REVOKED.
 */
export const readCredential = async (em: EntityManager, viewer: Viewer): Promise<Credential> => {
  if (viewer.kind === "anonymous") throw unauthenticated();
  if (viewer.kind === "integration") {
    const [token] = await em.execute<{ good: boolean }[]>(
      `select ${goodToken("api_token")} as good from api_token where id = ?`,
      [viewer.tokenId],
    );
    if (!token?.good) throw tokenRevoked();
    return { endsInMs: null };
  }
  const [session] = await em.execute<{ good: boolean; ends_in_ms: string }[]>(
    `select ${goodSession("session")} as good, extract(epoch from expires_at - now()) * 1000 as ends_in_ms
       from session where id = ?`,
    [viewer.sessionId],
  );
  if (!session?.good) throw sessionEnded();
  return { endsInMs: Number(session.ends_in_ms) };
};
