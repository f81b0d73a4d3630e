import type { IncomingMessage } from "node:http";
import type { Config } from "../config.ts";
import { ifThereIsRoom } from "../database/guard-disk-space.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { goodSession, tokenRefusal, type TokenState, tokenState } from "./credential.ts";
import { nextToken, takeNextToken } from "./renew-token.ts";
import { unauthenticated } from "../errors.ts";
import type { TokenScope } from "../tokens/api-token.entity.ts";
import { hashSecret } from "./secret.ts";
import { sessionTokenOf } from "./session-cookie.ts";
import { anonymous, type Viewer } from "./viewer.ts";

/** When a session or token was last seen is kept to this grain: a write per request would be waste. */
const SEEN_GRAIN = "5 minutes";

/** Puts a renewed session token into the answer’s cookie. */
type HandToken = (token: string) => void;

/**
 * Finds who makes a request. A bearer token goes before the cookie and must be good (UNAUTHENTICATED,
 * TOKEN_REVOKED, TOKEN_EXPIRED); an unknown or ended session is only nobody, so that the start page still opens.
 * Where the answer can carry a cookie (`hand`), an old session token is renewed.
 */
export const viewerFromRequest = async (
  em: EntityManager,
  request: Pick<IncomingMessage, "headers">,
  config: Pick<Config, "publicUrl">,
  hand?: HandToken,
): Promise<Viewer> => {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return viewerFromAuthorization(em, authorization);
  const token = sessionTokenOf(config, cookie);
  return token ? viewerFromSession(em, token, hand) : anonymous;
};

/** The same for a value like `Bearer tvl_…` that came in another way, as a socket’s connection parameters. */
export const viewerFromAuthorization = async (em: EntityManager, authorization: string): Promise<Viewer> => {
  const token = /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  const row = token ? await findToken(em, token) : undefined;
  if (!row) throw unauthenticated();
  const refusal = tokenRefusal(row.state);
  if (refusal) throw refusal;
  if (row.unseen)
    await ifThereIsRoom(em.execute("update api_token set last_used_at = now() where id = ?", [row.id]));
  const { id, participant, project, scope } = row;
  return { kind: "integration", tokenId: id, participantId: participant, projectId: project, scope };
};

interface TokenRow {
  id: string;
  participant: string;
  project: string;
  scope: TokenScope;
  state: TokenState;
  unseen: boolean;
}

const findToken = async (em: EntityManager, token: string): Promise<TokenRow | undefined> => {
  const [row] = await em.execute<TokenRow[]>(
    `select id, participant, project, scope, ${tokenState("api_token")} as state,
            coalesce(last_used_at < now() - interval '${SEEN_GRAIN}', true) as unseen
       from api_token where token_hash = ?`,
    // Raw statements take bytes as a Buffer only.
    [Buffer.from(hashSecret(token))],
  );
  return row;
};

/** Which of a session’s tokens a request came with. */
type TokenAge = "own" | "next" | "former";

const viewerFromSession = async (em: EntityManager, token: string, hand?: HandToken): Promise<Viewer> => {
  const hash = Buffer.from(hashSecret(token));
  const [row] = await em.execute<{ id: string; person: string; unseen: boolean; age: TokenAge }[]>(
    `select id, person, last_seen_at < now() - interval '${SEEN_GRAIN}' as unseen,
            case when token_hash = ? then 'own' when next_token_hash = ? then 'next' else 'former' end as age
       from session
      where (token_hash = ? or next_token_hash = ? or (former_token_hash = ? and former_ends_at > now()))
        and ${goodSession("session")}`,
    [hash, hash, hash, hash, hash],
  );
  if (!row) return anonymous;
  if (row.unseen)
    await ifThereIsRoom(em.execute("update session set last_seen_at = now() where id = ?", [row.id]));
  if (row.age === "next") await ifThereIsRoom(takeNextToken(em, row.id));
  const renewed = row.age === "own" && hand ? await ifThereIsRoom(nextToken(em, row.id)) : null;
  if (renewed) hand?.(renewed);
  return { kind: "person", personId: row.person, sessionId: row.id };
};
