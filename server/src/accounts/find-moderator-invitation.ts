import { inviteExpired, inviteNotFound, inviteRevoked, linkUsed } from "../errors.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { hashSecret } from "../people/secret.ts";
import { type ModeratorInvitation, ModeratorInvitationSchema } from "./moderator-invitation.entity.ts";

/** The invitation a link opens; throws INVITE_NOT_FOUND, INVITE_REVOKED, INVITE_EXPIRED or LINK_USED. */
export const findModeratorInvitation = async (
  em: EntityManager,
  token: string,
): Promise<ModeratorInvitation> => {
  const row = await em.findOne(ModeratorInvitationSchema, { tokenHash: hashSecret(token) });
  if (!row) throw inviteNotFound();
  if (row.revokedAt) throw inviteRevoked();
  if (row.acceptedAt) throw linkUsed();
  if (row.expiresAt.getTime() <= Date.now()) throw inviteExpired();
  return row;
};
