import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import { signInWithLink } from "../people/sign-in-with-link.ts";
import { describeViewer } from "./describe-viewer.ts";
import type { SignInWithLinkInput, ViewerType } from "./viewer.graphql.ts";

/** Uses a sign-in link, sets the session cookie and goes on as the person it signs in. */
export const signIn = async (
  context: GraphQLContext,
  { token }: SignInWithLinkInput,
): Promise<ViewerType> => {
  const { em, viewer, config, access } = context;
  const session = await em.transactional(async (tx) => {
    const started = await signInWithLink(tx, { token, viewer });
    // Within the transaction: where no cookie can be set, over a socket, the link stays unused.
    context.setCookie(sessionCookie(config, started.token));
    return started;
  });
  if (viewer.kind === "person") access.sessionEnded(viewer.sessionId);
  context.viewer = { kind: "person", personId: session.personId, sessionId: session.sessionId };
  readAfresh(context);
  return describeViewer(context);
};
