import { newId } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { hashSecret, newSecret } from "./secret.ts";
import { SessionSchema } from "./session.entity.ts";

export const SESSION_DAYS = 30;

/** Signs a person in on one browser; the token goes into the cookie and is kept nowhere else. */
export const startSession = async (
  em: EntityManager,
  { personId }: { personId: string },
): Promise<{ sessionId: string; token: string }> => {
  const token = newSecret();
  const sessionId = newId();
  const expiresAt = new Date(Date.now() + SESSION_DAYS * 86_400_000);
  await em.insert(SessionSchema, {
    id: sessionId,
    person: personId,
    tokenHash: hashSecret(token),
    expiresAt,
  });
  return { sessionId, token };
};
