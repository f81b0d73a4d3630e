import { mailUnavailable } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { signInMail } from "../mail/mail-texts.ts";
import { createSignInLink } from "../people/create-sign-in-link.ts";
import { PersonSchema } from "../people/person.entity.ts";
import type { RequestSignInLinkInput } from "./account.graphql.ts";
import { checkedEmail } from "./email-address.ts";

/** Long enough for a slow mail server and a walk to another room, short enough for a mailbox left open. */
export const MAILED_LINK_MINUTES = 60;

/**
 * Mails a sign-in link to an account’s address. Whether there is an account does not show: neither in the answer
 * nor in its time, since looking it up happens behind it.
 */
export const requestSignInLink = async (
  context: GraphQLContext,
  { email: written, forNewPassword }: RequestSignInLinkInput,
): Promise<void> => {
  const { em, mail, limits, address, config } = context;
  if (!mail.sends) throw mailUnavailable();
  const email = checkedEmail(written);
  await limits.consume("mailFromAddress", address);
  await limits.consume("mailToAccount", email);
  const own = em.fork();
  mail.later(async () => {
    const person = await own.findOne(PersonSchema, { email });
    if (!person) return;
    const { url } = await createSignInLink(own, config, {
      personId: person.id,
      hours: MAILED_LINK_MINUTES / 60,
      email,
      goOnAt: forNewPassword ? "account" : null,
    });
    const text = signInMail(
      { url, minutes: MAILED_LINK_MINUTES, newPassword: forNewPassword },
      person.language,
    );
    await mail.send({ to: email, ...text });
  });
};
