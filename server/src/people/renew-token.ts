import type { EntityManager } from "../database/entity-manager.ts";
import { hashSecret, newSecret } from "./secret.ts";

/** A token that leaked, say with a backup of a browser’s profile, is worth nothing after this. */
const TOKEN_LIFE = "1 day";
/** How long an answer with a new token may be under way before another one is made. */
const HAND_OVER = "1 minute";
/** How long the former token goes on: requests that left before the new one arrived. */
const GRACE = "1 minute";

/** SQL: whether a session’s own token is old enough for another. */
export const isTokenOld = (session: string): string =>
  `(${session}.token_issued_at < now() - interval '${TOKEN_LIFE}')`;

/**
 * Makes the next token of a session whose own is old; null where it is not time yet. The old one counts until the
 * browser has used the new one: an answer that is lost on the way must not sign anybody out.
 */
export const nextToken = async (em: EntityManager, sessionId: string): Promise<string | null> => {
  const token = newSecret();
  const issued = await em.execute<unknown[]>(
    `update session set next_token_hash = ?, next_issued_at = now()
      where id = ? and ${isTokenOld("session")}
        and (next_issued_at is null or next_issued_at < now() - interval '${HAND_OVER}') returning id`,
    [Buffer.from(hashSecret(token)), sessionId],
  );
  return issued.length > 0 ? token : null;
};

/** The browser has used the next token: it is the session’s own from now on. */
export const takeNextToken = async (em: EntityManager, sessionId: string): Promise<void> => {
  await em.execute(
    `update session set former_token_hash = token_hash, former_ends_at = now() + interval '${GRACE}',
            token_hash = next_token_hash, token_issued_at = now(), next_token_hash = null, next_issued_at = null
      where id = ? and next_token_hash is not null`,
    [sessionId],
  );
};

/** Replaces a session’s token at once, as after a new password. */
export const replaceToken = async (em: EntityManager, sessionId: string): Promise<string> => {
  const token = newSecret();
  await em.execute(
    `update session set former_token_hash = token_hash, former_ends_at = now() + interval '${GRACE}',
            token_hash = ?, token_issued_at = now(), next_token_hash = null, next_issued_at = null
      where id = ?`,
    [Buffer.from(hashSecret(token)), sessionId],
  );
  return token;
};
