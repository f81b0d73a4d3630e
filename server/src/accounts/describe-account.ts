import type { GraphQLContext } from "../graphql/context.ts";
import { goodSession } from "../people/credential.ts";
import type { SessionStart } from "../people/session.entity.ts";
import { Account, Session } from "./account.graphql.ts";
import { findOwnAccount, hasProvider, isFresh } from "./own-account.ts";

/** How the viewer signs in; null for guests and programs. */
export const describeAccount = async (context: GraphQLContext): Promise<Account | null> => {
  const person = await findOwnAccount(context);
  if (!person) return null;
  const hasPassword = Boolean(person.passwordHash);
  return Object.assign(new Account(), {
    email: person.email ?? null,
    emailConfirmed: Boolean(person.email && person.emailConfirmedAt),
    hasPassword,
    asksForPassword: hasPassword && !(await isFresh(context.em, person.viewer.sessionId)),
    usesProvider: await hasProvider(context.em, person.id),
    isAdministrator: person.administrator,
  });
};

/** More than anybody has; whoever makes a new session in a loop does not make the answer endless. */
const MOST_SESSIONS = 100;

/** The viewer’s own sessions as they stand, this one first, then by when they were last used. */
export const describeSessions = async ({ em, viewer }: GraphQLContext): Promise<Session[]> => {
  if (viewer.kind !== "person") return [];
  const rows = await em.execute<
    {
      id: string;
      device: string | null;
      started_by: SessionStart;
      created_at: Date | string;
      last_seen_at: Date | string;
      expires_at: Date | string;
    }[]
  >(
    `select id, device, started_by, created_at, last_seen_at, expires_at from session
      where person = ? and ${goodSession("session")}
      order by id = ? desc, last_seen_at desc, id limit ${MOST_SESSIONS}`,
    [viewer.personId, viewer.sessionId],
  );
  return rows.map((row) =>
    Object.assign(new Session(), {
      id: row.id,
      device: row.device,
      startedBy: row.started_by,
      startedAt: new Date(row.created_at),
      lastSeenAt: new Date(row.last_seen_at),
      expiresAt: new Date(row.expires_at),
      isCurrent: row.id === viewer.sessionId,
    }),
  );
};
