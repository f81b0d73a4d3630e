import type { EntityManager } from "../database/entity-manager.ts";
import { linkExpired, linkUsed } from "../errors.ts";
import { endSession } from "./end-session.ts";
import { hashSecret } from "./secret.ts";
import { SignInLinkSchema } from "./sign-in-link.entity.ts";
import { startSession } from "./start-session.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Uses a sign-in link up and starts a session; the browser’s former session ends. Throws LINK_USED or
 * LINK_EXPIRED. A link that came by mail shows that the address is theirs. One statement uses the link, so of two clicks at once only one wins.
 */
export const signInWithLink = async (
  em: EntityManager,
  { token, viewer, device = null }: { token: string; viewer: Viewer; device?: string | null },
): Promise<{ personId: string; sessionId: string; token: string }> =>
  em.transactional(async (tx) => {
    const tokenHash = hashSecret(token);
    const [used] = await tx.execute<{ person: string; email: string | null }[]>(
      `update sign_in_link set used_at = now()
        where token_hash = ? and purpose in ('sign_in', 'set_up') and used_at is null and expires_at > now()
        returning person, email`,
      // Raw statements take bytes as a Buffer only.
      [Buffer.from(tokenHash)],
    );
    if (!used) {
      const link = await tx.findOne(SignInLinkSchema, { tokenHash });
      throw link?.usedAt ? linkUsed() : linkExpired();
    }
    if (viewer.kind === "person") await endSession(tx, { sessionId: viewer.sessionId });
    if (used.email !== null) await confirmEmail(tx, { person: used.person, email: used.email });
    const session = await startSession(tx, { personId: used.person, startedBy: "link", device });
    return { personId: used.person, ...session };
  });

/** Whoever has used what was mailed to an address reads its mail. */
export const confirmEmail = async (
  tx: EntityManager,
  { person, email }: { person: string; email: string },
): Promise<void> => {
  await tx.execute(
    "update person set email_confirmed_at = coalesce(email_confirmed_at, now()) where id = ? and email = ?",
    [person, email],
  );
};
