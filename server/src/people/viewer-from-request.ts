import type { IncomingMessage } from "node:http";
import type { Config } from "../config.ts";
import { ifThereIsRoom } from "../database/guard-disk-space.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { PlainRows } from "../database/plain-rows.ts";
import { type Participant, ParticipantSchema } from "../participants/participant.entity.ts";
import { goodSession, tokenRefusal, type TokenState, tokenState } from "./credential.ts";
import { isTokenOld, nextToken, takeNextToken } from "./renew-token.ts";
import { unauthenticated } from "../errors.ts";
import type { TokenScope } from "../tokens/api-token.entity.ts";
import { hashSecret } from "./secret.ts";
import { sessionTokenOf } from "./session-cookie.ts";
import { anonymous, type Viewer } from "./viewer.ts";

/** When a session or token was last seen is kept to this grain: a write per request would be waste. */
const SEEN_GRAIN = "5 minutes";

/** Puts a renewed session token into the answer’s cookie. */
type HandToken = (token: string) => void;

/** Who makes a request, and the seats they hold now, oldest first. */
export interface Requester {
  readonly viewer: Viewer;
  readonly seats: Participant[];
}

const nobody: Requester = { viewer: anonymous, seats: [] };

/**
 * Finds who makes a request, with their seats, which nearly every answer asks for, in the same statement. A bearer
 * token goes before the cookie and must be good (UNAUTHENTICATED, TOKEN_REVOKED, TOKEN_EXPIRED); an unknown or ended
 * session is only nobody, so that the start page still opens. Where the answer can carry a cookie (`hand`), an old
 * session token is renewed.
 */
export const requesterOf = async (
  em: EntityManager,
  request: Pick<IncomingMessage, "headers">,
  config: Pick<Config, "publicUrl">,
  hand?: HandToken,
): Promise<Requester> => {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return fromAuthorization(em, authorization);
  const token = sessionTokenOf(config, cookie);
  return token ? fromSession(em, token, hand) : nobody;
};

/** The same without the seats. */
export const viewerFromRequest = async (...request: Parameters<typeof requesterOf>): Promise<Viewer> =>
  (await requesterOf(...request)).viewer;

/** The same for a value like `Bearer tvl_…` that came in another way, as a socket’s connection parameters. */
export const viewerFromAuthorization = async (em: EntityManager, authorization: string): Promise<Viewer> =>
  (await fromAuthorization(em, authorization)).viewer;

const seats = (whose: string) =>
  `left join participant on ${whose} and participant.removed_at is null and participant.waiting_since is null`;

interface TokenRow {
  token_id: string;
  token_participant: string;
  token_project: string;
  scope: TokenScope;
  state: TokenState;
  unseen: boolean;
}

const byToken = new PlainRows<Participant, TokenRow>(
  "seat-by-token",
  ParticipantSchema,
  (columns) =>
    `select token.id as token_id, token.participant as token_participant, token.project as token_project, token.scope,
            ${tokenState("token")} as state,
            coalesce(token.last_used_at < now() - interval '${SEEN_GRAIN}', true) as unseen, ${columns}
       from api_token token ${seats("participant.id = token.participant")}
      where token.token_hash = ?`,
);

const fromAuthorization = async (em: EntityManager, authorization: string): Promise<Requester> => {
  const token = /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  const found = token ? await byToken.findWith(em, [hashed(token)]) : [];
  const row = found[0]?.beside;
  if (!row) throw unauthenticated();
  const refusal = tokenRefusal(row.state);
  if (refusal) throw refusal;
  const { token_id: tokenId, token_participant: participantId, token_project: projectId, scope } = row;
  if (row.unseen)
    await ifThereIsRoom(em.execute("update api_token set last_used_at = now() where id = ?", [tokenId]));
  return {
    viewer: { kind: "integration", tokenId, participantId, projectId, scope },
    seats: seatsIn(found),
  };
};

/** Which of a session’s tokens a request came with. */
type TokenAge = "own" | "next" | "former";

interface SessionRow {
  session_id: string;
  session_person: string;
  unseen: boolean;
  age: TokenAge;
  old: boolean;
}

const bySession = new PlainRows<Participant, SessionRow>(
  "seats-by-session",
  ParticipantSchema,
  (columns) =>
    `select session.id as session_id, session.person as session_person,
            session.last_seen_at < now() - interval '${SEEN_GRAIN}' as unseen, ${isTokenOld("session")} as old,
            case when session.token_hash = ? then 'own' when session.next_token_hash = ? then 'next'
                 else 'former' end as age, ${columns}
       from session ${seats("participant.person = session.person")}
      where (session.token_hash = ? or session.next_token_hash = ?
             or (session.former_token_hash = ? and session.former_ends_at > now()))
        and ${goodSession("session")}
      order by participant.joined_at, participant.id`,
);

const fromSession = async (em: EntityManager, token: string, hand?: HandToken): Promise<Requester> => {
  const hash = hashed(token);
  const found = await bySession.findWith(em, [hash, hash, hash, hash, hash]);
  const row = found[0]?.beside;
  if (!row) return nobody;
  const { session_id: sessionId, session_person: personId, unseen, age, old } = row;
  if (unseen)
    await ifThereIsRoom(em.execute("update session set last_seen_at = now() where id = ?", [sessionId]));
  if (age === "next") await ifThereIsRoom(takeNextToken(em, sessionId));
  const renewed = age === "own" && old && hand ? await ifThereIsRoom(nextToken(em, sessionId)) : null;
  if (renewed) hand?.(renewed);
  return { viewer: { kind: "person", personId, sessionId }, seats: seatsIn(found) };
};

/** Raw statements take bytes as a Buffer only. */
const hashed = (token: string): Buffer => Buffer.from(hashSecret(token));

/** Whoever sits nowhere has one row without a seat. */
const seatsIn = (found: readonly { readonly row: Participant }[]): Participant[] =>
  found.flatMap(({ row }) => (row.id ? [row] : []));
