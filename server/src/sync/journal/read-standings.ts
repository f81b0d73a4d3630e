import type { Role } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import { seatRemoved, sessionEnded, type TavoloError } from "../../errors.ts";
import { goodSession, tokenRefusal, type TokenState, tokenState } from "../../people/credential.ts";
import { roleWithin } from "../../people/viewer.ts";
import type { BoardActor } from "../sync-engine.ts";

/** How the writers of a commit stand inside its transaction, and its time. */
export interface Standings {
  readonly now: Date;
  /** The role a writer has now, or why they may write nothing any more. */
  roleOf(actor: BoardActor): Role | TavoloError;
}

interface Row {
  now: string | Date;
  key: number;
  role: Role | null;
  seated: boolean | null;
  session_good: boolean | null;
  token: TokenState;
}

/**
 * Reads in one statement, which each commit waits for: the seat of each writer, and the session or token that
 * what they wrote came by. What was let in and waited meanwhile is not written with a right that has ended.
 */
export async function readStandings(tx: EntityManager, actors: readonly BoardActor[]): Promise<Standings> {
  const writers = [...new Map(actors.map((actor) => [keyOf(actor), actor])).entries()];
  const rows = await tx.execute<Row[]>(
    `select now() as now, writer.key, seat.role, seat.removed_at is null and seat.waiting_since is null as seated,
            ${goodSession("session")} as session_good, ${tokenState("token")} as token
       from (values ${writers.map(() => "(?::int, ?::uuid, ?::uuid, ?::uuid)").join(", ")})
            as writer (key, seat, session, token)
       left join participant seat on seat.id = writer.seat
       left join session on session.id = writer.session
       left join api_token token on token.id = writer.token`,
    writers.flatMap(([, actor], index) => [index, actor.participantId, sessionOf(actor), tokenOf(actor)]),
  );
  const [first] = rows;
  if (!first) throw new Error("The database did not tell how the writers stand.");
  const byKey = new Map(rows.map((row) => [writers[row.key]?.[0], row]));
  return {
    now: new Date(first.now),
    roleOf(actor) {
      const row = byKey.get(keyOf(actor));
      if (sessionOf(actor) && !row?.session_good) return sessionEnded();
      const refusal = tokenOf(actor) ? tokenRefusal(row?.token) : null;
      if (refusal) return refusal;
      return row?.seated && row.role ? roleWithin(actor.viewer, row.role) : seatRemoved();
    },
  };
}

/** The session that what they wrote came by, or null. */
export const sessionOf = ({ viewer }: BoardActor): string | null =>
  viewer?.kind === "person" ? viewer.sessionId : null;

/** The access token that it came by, or null. */
export const tokenOf = ({ viewer }: BoardActor): string | null =>
  viewer?.kind === "integration" ? viewer.tokenId : null;

/** Tells writers apart: the same seat by another session is another. */
export const keyOf = (actor: BoardActor): string =>
  `${actor.participantId} ${sessionOf(actor) ?? tokenOf(actor) ?? ""}`;
