import type { EntityManager } from "../database/entity-manager.ts";
import { linkExpired, linkUsed } from "../errors.ts";
import { endSession } from "./end-session.ts";
import { hashSecret } from "./secret.ts";
import { SignInLinkSchema } from "./sign-in-link.entity.ts";
import { startSession } from "./start-session.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Uses a sign-in link up and starts a session; the browser’s former session ends. Throws LINK_USED or
 * LINK_EXPIRED. One statement uses the link, so of two clicks at once only one wins.
 */
export const signInWithLink = async (
  em: EntityManager,
  { token, viewer }: { token: string; viewer: Viewer },
): Promise<{ personId: string; sessionId: string; token: string }> =>
  em.transactional(async (tx) => {
    const tokenHash = hashSecret(token);
    const [used] = await tx.execute<{ person: string }[]>(
      `update sign_in_link set used_at = now()
        where token_hash = ? and used_at is null and expires_at > now() returning person`,
      // Raw statements take bytes as a Buffer only.
      [Buffer.from(tokenHash)],
    );
    if (!used) {
      const link = await tx.findOne(SignInLinkSchema, { tokenHash });
      throw link?.usedAt ? linkUsed() : linkExpired();
    }
    if (viewer.kind === "person") await endSession(tx, { sessionId: viewer.sessionId });
    const session = await startSession(tx, { personId: used.person });
    return { personId: used.person, ...session };
  });
