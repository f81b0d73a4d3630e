import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "../database/entity-manager.ts";
import { signInFailed } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { type Person, PersonSchema } from "../people/person.entity.ts";
import { enter, goOnAs } from "../viewer/go-on-as.ts";
import type { ViewerType } from "../viewer/viewer.graphql.ts";
import type { SignInInput } from "./account.graphql.ts";
import { normalisedEmail } from "./email-address.ts";
import { verifyPassword } from "./password.ts";

/**
 * Signs somebody in by address and password. An unknown address is answered like a wrong password, in the same
 * words and time; only wrong tries count, for the account from here, for here, and for the account from strangers.
 */
export const signInWithPassword = async (
  context: GraphQLContext,
  { email: written, password }: SignInInput,
): Promise<ViewerType> => {
  const { em, limits, address } = context;
  const email = normalisedEmail(written);
  const here = `${email} ${address}`;
  await limits.consume("signInFromAddress", address);
  await limits.consume("signIn", here);
  // Somebody who has signed in from here before is not kept out by what strangers do elsewhere.
  const stranger = !limits.isKnown(here);
  if (stranger) await limits.consume("signInFromStrangers", email);

  const person = await em.findOne(PersonSchema, { email });
  if (!(await verifyPassword(person?.passwordHash ?? null, password)) || !person) throw signInFailed();

  await limits.giveBack("signInFromAddress", address);
  await limits.giveBack("signIn", here);
  if (stranger) await limits.giveBack("signInFromStrangers", email);
  limits.remember(here);
  const entered = await em.transactional(async (tx) => {
    if (!(await holdPassword(tx, person))) throw signInFailed();
    return enter(context, tx, { personId: person.id, startedBy: "password" });
  });
  return goOnAs(context, entered);
};

/**
 * Whether the password that was compared is still theirs. Comparing takes its time: a change meanwhile ends all
 * other sessions, and this one must not begin behind it.
 */
const holdPassword = async (tx: EntityManager, { id, passwordHash }: Person): Promise<boolean> =>
  (await tx.findOne(PersonSchema, { id, passwordHash }, { lockMode: LockMode.PESSIMISTIC_READ })) !== null;
