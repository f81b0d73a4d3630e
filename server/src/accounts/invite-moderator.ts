import { can, newId } from "@tavolo/schema";
import { localise } from "../graphql/localized-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { moderatorInvitationMail } from "../mail/mail-texts.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import { hashSecret, newSecret } from "../people/secret.ts";
import { checkedEmail } from "./email-address.ts";
import { type ModeratorInvitation, ModeratorInvitationSchema } from "./moderator-invitation.entity.ts";
import type { InviteModeratorInput } from "./moderator-invitation.graphql.ts";

/** A colleague may be away for a week. */
export const INVITATION_DAYS = 14;

/**
 * Asks somebody to moderate a project, by mail to their address; where the server sends none, or could not send
 * this one, the link is answered for the inviter to pass on. The token is in the fragment: nobody logs it.
 */
export const inviteModerator = async (
  context: GraphQLContext,
  input: InviteModeratorInput,
): Promise<{ row: ModeratorInvitation; url: string | null }> => {
  const { em, viewer, config, mail, limits } = context;
  const { project, participant, actor } = await findProjectActor(em, viewer, input.projectId);
  insist(can("moderator.invite", { role: actor.role }));
  const email = checkedEmail(input.email);
  await limits.consume("moderatorInvite", participant.id);

  const token = newSecret();
  const url = `${config.publicUrl}/moderate#${token}`;
  const { language } = input;
  const id = newId();
  await em.insert(ModeratorInvitationSchema, {
    id,
    project: project.id,
    email,
    language,
    tokenHash: hashSecret(token),
    invitedBy: participant.id,
    expiresAt: new Date(Date.now() + INVITATION_DAYS * 86_400_000),
  });
  const name = localise(project.name, language, context, project.language);
  const text = moderatorInvitationMail(
    { url, project: name, inviter: participant.displayName, days: INVITATION_DAYS },
    language,
  );
  // Waited for: whoever invites knows the address, and wants to know whether the mail went out.
  const mailed = await mail.send({ to: email, ...text }).then(
    () => true,
    () => false,
  );
  if (mailed) await em.nativeUpdate(ModeratorInvitationSchema, { id }, { mailed });
  readAfresh(context);
  const row = await context.em.findOneOrFail(ModeratorInvitationSchema, { id });
  return { row, url: mailed ? null : url };
};
