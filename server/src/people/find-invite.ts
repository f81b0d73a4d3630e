import type { EntityManager } from "../database/entity-manager.ts";
import { inviteExpired, inviteNotFound, inviteRevoked } from "../errors.ts";
import { type Invite, InviteSchema } from "../invites/invite.entity.ts";

/** Finds the invitation that a code opens; throws INVITE_NOT_FOUND, INVITE_REVOKED or INVITE_EXPIRED. */
export const findInvite = async (em: EntityManager, code: string): Promise<Invite> => {
  // Anything else was never a code, and might be something that the database cannot even compare.
  if (!/^[\w-]+$/.test(code)) throw inviteNotFound();
  const invite = await em.findOne(InviteSchema, { code });
  if (!invite) throw inviteNotFound();
  if (invite.revokedAt) throw inviteRevoked();
  const [row] = await em.execute<{ expired: boolean }[]>(
    "select expires_at <= now() as expired from invite where id = ?",
    [invite.id],
  );
  if (row?.expired) throw inviteExpired();
  return invite;
};
