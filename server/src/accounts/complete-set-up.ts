import { linkExpired, linkUsed } from "../errors.ts";
import { checkedName } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { hashSecret } from "../people/secret.ts";
import { SignInLinkSchema } from "../people/sign-in-link.entity.ts";
import { enter, goOnAs } from "../viewer/go-on-as.ts";
import type { ViewerType } from "../viewer/viewer.graphql.ts";
import type { CompleteSetUpInput } from "./account.graphql.ts";
import { checkedEmail } from "./email-address.ts";
import { insistOnFreeEmail } from "./free-email.ts";
import { checkNewPassword, hashPassword } from "./password.ts";

/** Uses the set-up link: its holder becomes the administrator, with an account, and is signed in. */
export const completeSetUp = async (
  context: GraphQLContext,
  input: CompleteSetUpInput,
): Promise<ViewerType> => {
  const { em } = context;
  const displayName = checkedName(input.displayName);
  const email = checkedEmail(input.email);
  checkNewPassword(input.password, email);
  const passwordHash = await hashPassword(input.password);

  const entered = await em.transactional(async (tx) => {
    const tokenHash = hashSecret(input.token);
    const [used] = await tx.execute<{ person: string }[]>(
      `update sign_in_link set used_at = now()
        where token_hash = ? and purpose = 'set_up' and used_at is null and expires_at > now() returning person`,
      [Buffer.from(tokenHash)],
    );
    if (!used) {
      const link = await tx.findOne(SignInLinkSchema, { tokenHash });
      throw link?.usedAt ? linkUsed() : linkExpired();
    }
    await insistOnFreeEmail(tx, email, used.person);
    // An address that somebody types at set-up is not confirmed: a mail will do that.
    await tx.nativeUpdate(
      PersonSchema,
      { id: used.person },
      { displayName, email, emailConfirmedAt: null, passwordHash },
    );
    return enter(context, tx, { personId: used.person, startedBy: "password" });
  });
  return goOnAs(context, entered);
};
