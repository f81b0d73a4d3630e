import type { GraphQLContext } from "../graphql/context.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import { signInWithLink } from "../people/sign-in-with-link.ts";
import { goOnAs } from "./go-on-as.ts";
import type { SignInWithLinkInput, ViewerType } from "./viewer.graphql.ts";

/** Uses a sign-in link, sets the session cookie and goes on as the person it signs in. */
export const signIn = async (
  context: GraphQLContext,
  { token }: SignInWithLinkInput,
): Promise<ViewerType> => {
  const { em, viewer, config, limits, address } = context;
  await limits.insist("oneTimeLink", address);
  const session = await em
    .transactional(async (tx) => {
      const started = await signInWithLink(tx, { token, viewer, device: context.device });
      // Within the transaction: where no cookie can be set, over a socket, the link stays unused.
      context.setCookie(sessionCookie(config, started.token));
      return started;
    })
    .catch(async (refusal: unknown) => {
      await limits.penalise("oneTimeLink", address);
      throw refusal;
    });
  return goOnAs(context, session);
};
