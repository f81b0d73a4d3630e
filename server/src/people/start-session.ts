import { newId } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { hashSecret, newSecret } from "./secret.ts";
import { type SessionStart, SessionSchema } from "./session.entity.ts";

/**
 * How long a session lasts at most, and how long without a sign of life. Whoever has an account can sign in again;
 * a guest who loses the session loses their seat, and workshops of one project may lie months apart.
 */
export const sessionLifetimes = {
  account: { days: 30, idleDays: 14 },
  guest: { days: 120, idleDays: 60 },
} as const;

/** The cookie’s own time: the longest there is, since the row decides. */
export const SESSION_DAYS = sessionLifetimes.guest.days;

export interface StartedSession {
  sessionId: string;
  token: string;
}

/** Signs a person in on one browser; the token goes into the cookie and is kept nowhere else. */
export const startSession = async (
  em: EntityManager,
  {
    personId,
    startedBy = "link",
    device = null,
  }: { personId: string; startedBy?: SessionStart; device?: string | null },
): Promise<StartedSession> => {
  const token = newSecret();
  const sessionId = newId();
  const { days, idleDays } = sessionLifetimes[(await hasAccount(em, personId)) ? "account" : "guest"];
  await em.insert(SessionSchema, {
    id: sessionId,
    person: personId,
    tokenHash: hashSecret(token),
    expiresAt: new Date(Date.now() + days * 86_400_000),
    idleDays,
    startedBy,
    device,
  });
  return { sessionId, token };
};

const hasAccount = async (em: EntityManager, personId: string): Promise<boolean> => {
  const [row] = await em.execute<{ known: boolean }[]>(
    `select administrator or email is not null
       or exists (select from provider_identity where person = person.id) as known
       from person where id = ?`,
    [personId],
  );
  return row?.known ?? false;
};
