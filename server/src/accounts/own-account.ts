import { forbidden, passwordWrong } from "../errors.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { insistSomeone } from "../participants/insist.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { type Person, PersonSchema } from "../people/person.entity.ts";
import type { Viewer } from "../people/viewer.ts";
import { verifyPassword } from "./password.ts";

/** Within this time a sign-in by link or provider shows as well as a password who somebody is. */
export const FRESH_MINUTES = 15;

/** The person with an account who makes the request; null where they have none and need none. */
export const findOwnAccount = async (
  context: GraphQLContext,
): Promise<(Person & { viewer: Viewer & { kind: "person" } }) | null> => {
  const { em, viewer } = context;
  if (viewer.kind !== "person") return null;
  const person = await em.findOneOrFail(PersonSchema, { id: viewer.personId });
  const leads = async () => (await ownSeats(context)).some(({ role }) => role === "moderator");
  const provider = async () => hasProvider(em, person.id);
  const mayHaveOne = person.administrator || person.email || (await leads()) || (await provider());
  return mayHaveOne ? Object.assign(person, { viewer }) : null;
};

/** The same; throws UNAUTHENTICATED or FORBIDDEN where there is none. */
export const ownAccount = async (context: GraphQLContext) => {
  insistSomeone(context.viewer);
  const account = await findOwnAccount(context);
  if (!account) throw forbidden("Accounts are for those who moderate. To take part you need none.");
  return account;
};

export const hasProvider = async (em: EntityManager, person: string): Promise<boolean> => {
  const rows = await em.execute<unknown[]>("select 1 from provider_identity where person = ? limit 1", [
    person,
  ]);
  return rows.length > 0;
};

/** Whether the session began a moment ago by a link or a provider, which shows who somebody is. */
export const isFresh = async (em: EntityManager, sessionId: string): Promise<boolean> => {
  const rows = await em.execute<unknown[]>(
    `select 1 from session where id = ? and started_by in ('link', 'provider')
        and created_at > now() - make_interval(mins => ?)`,
    [sessionId, FRESH_MINUTES],
  );
  return rows.length > 0;
};

/**
 * Asks for the present password before a credential changes, so that an unlocked screen is not enough to take an
 * account over; a fresh sign-in by another way stands for it. Throws PASSWORD_WRONG or RATE_LIMITED.
 */
export const insistOnProof = async (
  context: GraphQLContext,
  { id, passwordHash }: Person,
  sessionId: string,
  password: string | null | undefined,
): Promise<void> => {
  const { em, limits, address } = context;
  if (!passwordHash || (await isFresh(em, sessionId))) return;
  const key = `${id} ${address}`;
  await limits.consume("signIn", key);
  if (!(await verifyPassword(passwordHash, password ?? ""))) throw passwordWrong();
  await limits.giveBack("signIn", key);
};
