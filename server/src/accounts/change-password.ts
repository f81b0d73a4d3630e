import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { changedMail } from "../mail/mail-texts.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { replaceToken } from "../people/renew-token.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import type { ChangePasswordInput } from "./account.graphql.ts";
import { endOthers } from "./end-sessions.ts";
import { insistOnProof, ownAccount } from "./own-account.ts";
import { checkNewPassword, hashPassword } from "./password.ts";

/**
 * Sets a new password: the account’s other sessions end, its unused links stop working, and this browser gets a
 * new cookie. Answers how many sessions ended.
 */
export const changePassword = async (
  context: GraphQLContext,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<number> => {
  const { em, config, access, mail } = context;
  const person = await ownAccount(context);
  const { sessionId } = person.viewer;
  await insistOnProof(context, person, sessionId, currentPassword);
  checkNewPassword(newPassword, person.email ?? null);
  const passwordHash = await hashPassword(newPassword);

  const ended = await em.transactional(async (tx) => {
    await tx.nativeUpdate(PersonSchema, { id: person.id }, { passwordHash });
    await tx.execute("update sign_in_link set expires_at = now() where person = ? and used_at is null", [
      person.id,
    ]);
    const others = await endOthers(tx, person.id, sessionId);
    context.setCookie(sessionCookie(config, await replaceToken(tx, sessionId)));
    return others;
  });
  access.sessionsEnded(person.id, sessionId);
  const { email, language } = person;
  if (email && mail.sends) {
    mail.later(() =>
      mail.send({ to: email, ...changedMail({ what: "password", url: config.publicUrl }, language) }),
    );
  }
  readAfresh(context);
  return ended;
};
