import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { addressInUseMail, changedMail, confirmEmailMail } from "../mail/mail-texts.ts";
import { createSignInLink } from "../people/create-sign-in-link.ts";
import { PersonSchema } from "../people/person.entity.ts";
import type { ChangeEmailInput } from "./account.graphql.ts";
import { checkedEmail } from "./email-address.ts";
import { insistOnFreeEmail, takenByAnother } from "./free-email.ts";
import { insistOnProof, ownAccount } from "./own-account.ts";

export const CONFIRM_HOURS = 24;

/**
 * Gives the account another address. Where the server sends mail, a link goes there first, and the address counts
 * once it was opened; whose address it is now does not show. Otherwise it counts at once, unconfirmed. Answers
 * whether a mail was sent.
 */
export const changeEmail = async (
  context: GraphQLContext,
  { email: written, currentPassword }: ChangeEmailInput,
): Promise<boolean> => {
  const { em, config, mail, limits, address } = context;
  const person = await ownAccount(context);
  const email = checkedEmail(written);
  await insistOnProof(context, person, person.viewer.sessionId, currentPassword);
  const { id, language } = person;
  if (!mail.sends) {
    if (email === person.email) return false;
    await insistOnFreeEmail(em, email, id);
    await em.nativeUpdate(PersonSchema, { id }, { email, emailConfirmedAt: null }).catch(takenByAnother);
    readAfresh(context);
    return false;
  }
  await limits.consume("mailFromAddress", address);
  await limits.consume("mailToAccount", email);
  const own = em.fork();
  mail.later(async () => {
    const owner = await own.findOne(PersonSchema, { email });
    if (owner && owner.id !== id) {
      const url = `${config.publicUrl}/sign-in`;
      return mail.send({ to: email, ...addressInUseMail({ url }, owner.language) });
    }
    const { url } = await createSignInLink(own, config, {
      personId: id,
      hours: CONFIRM_HOURS,
      purpose: "confirm_email",
      email,
    });
    return mail.send({ to: email, ...confirmEmailMail({ url, hours: CONFIRM_HOURS }, language) });
  });
  return true;
};

/** Tells the former address that it no longer signs in. */
export const tellFormerAddress = (
  { mail, config }: Pick<GraphQLContext, "mail" | "config">,
  { email, language }: { email: string; language: Parameters<typeof changedMail>[1] },
): void => {
  mail.later(() =>
    mail.send({ to: email, ...changedMail({ what: "email", url: config.publicUrl }, language) }),
  );
};
