import type { EntityManager } from "../database/entity-manager.ts";
import { sessionEnded, type TavoloError, tokenExpired, tokenRevoked, unauthenticated } from "../errors.ts";
import type { Viewer } from "./viewer.ts";

/** SQL: whether a session lets its browser in. */
export const goodSession = (session: string): string =>
  `(${session}.revoked_at is null and ${session}.expires_at > now()
    and ${session}.last_seen_at > now() - make_interval(days => ${session}.idle_days))`;

/** How an access token stands; null for one that is not there. */
export type TokenState = "good" | "revoked" | "expired" | null;

/** SQL: how an access token stands. */
export const tokenState = (token: string): string =>
  `(case when ${token}.id is null then null when ${token}.revoked_at is not null then 'revoked'
         when ${token}.expires_at <= now() then 'expired' else 'good' end)`;

/** What an access token’s program is told; null where it is let in. */
export const tokenRefusal = (state: TokenState | undefined): TavoloError | null => {
  if (state === "good") return null;
  return state === "expired" ? tokenExpired() : tokenRevoked();
};

/** SQL: how many milliseconds of a session or token are left. */
const millisecondsLeft = (row: string): string => `extract(epoch from ${row}.expires_at - now()) * 1000`;

/** For how long a session or token is good if nobody ends it before. */
export interface Credential {
  readonly endsInMs: number;
}

/**
 * Reads whether the session or token a viewer came with is good now, by the database’s clock. Throws
 * UNAUTHENTICATED for nobody, SESSION_ENDED, TOKEN_REVOKED or TOKEN_EXPIRED.
 */
export const readCredential = async (em: EntityManager, viewer: Viewer): Promise<Credential> => {
  if (viewer.kind === "anonymous") throw unauthenticated();
  if (viewer.kind === "integration") {
    const [token] = await em.execute<{ state: TokenState; left: string }[]>(
      `select ${tokenState("api_token")} as state, ${millisecondsLeft("api_token")} as left
         from api_token where id = ?`,
      [viewer.tokenId],
    );
    const refusal = tokenRefusal(token?.state);
    if (refusal) throw refusal;
    return { endsInMs: Number(token?.left) };
  }
  const [session] = await em.execute<{ good: boolean; left: string }[]>(
    `select ${goodSession("session")} as good, ${millisecondsLeft("session")} as left
       from session where id = ?`,
    [viewer.sessionId],
  );
  if (!session?.good) throw sessionEnded();
  return { endsInMs: Number(session.left) };
};
