import { sql } from "@mikro-orm/core";
import { linkExpired, linkUsed } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { hashSecret } from "../people/secret.ts";
import { SignInLinkSchema } from "../people/sign-in-link.entity.ts";
import type { ConfirmEmailInput } from "./account.graphql.ts";
import { tellFormerAddress } from "./change-email.ts";
import { insistOnFreeEmail, takenByAnother } from "./free-email.ts";

/** Uses the link that was mailed to a new address: from now on the account has it. Answers the address. */
export const confirmNewEmail = async (
  context: GraphQLContext,
  { token }: ConfirmEmailInput,
): Promise<string> => {
  const { em, mail } = context;
  const tokenHash = hashSecret(token);
  const { email, former } = await em
    .transactional(async (tx) => {
      const [used] = await tx.execute<{ person: string; email: string }[]>(
        `update sign_in_link set used_at = now()
          where token_hash = ? and purpose = 'confirm_email' and used_at is null and expires_at > now()
          returning person, email`,
        [Buffer.from(tokenHash)],
      );
      if (!used) {
        const link = await tx.findOne(SignInLinkSchema, { tokenHash });
        throw link?.usedAt ? linkUsed() : linkExpired();
      }
      await insistOnFreeEmail(tx, used.email, used.person);
      const before = await tx.findOneOrFail(PersonSchema, { id: used.person });
      await tx.nativeUpdate(
        PersonSchema,
        { id: used.person },
        { email: used.email, emailConfirmedAt: sql.now() },
      );
      return { email: used.email, former: before };
    })
    .catch(takenByAnother);
  if (former.email && former.email !== email && mail.sends) {
    tellFormerAddress(context, { email: former.email, language: former.language });
  }
  readAfresh(context);
  return email;
};
