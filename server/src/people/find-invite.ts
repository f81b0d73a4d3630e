import type { EntityManager } from "../database/entity-manager.ts";
import { inviteExpired, inviteNotFound, inviteRevoked } from "../errors.ts";
import { type Invite, InviteSchema } from "../invites/invite.entity.ts";

/**
 * Finds the invitation that the code of a link or a short code opens; throws INVITE_NOT_FOUND, INVITE_REVOKED or
 * INVITE_EXPIRED.
 */
export const findInvite = async (
  em: EntityManager,
  by: { code: string } | { shortCode: string },
): Promise<Invite> => {
  // Anything else was never a code, and might be something that the database cannot even compare.
  if ("code" in by && !/^[\w-]+$/.test(by.code)) throw inviteNotFound();
  const invite = await em.findOne(InviteSchema, by);
  if (!invite) throw inviteNotFound();
  if (invite.revokedAt) throw inviteRevoked();
  const [row] = await em.execute<{ expired: boolean }[]>(
    "select expires_at <= now() as expired from invite where id = ?",
    [invite.id],
  );
  if (row?.expired) throw inviteExpired();
  return invite;
};
