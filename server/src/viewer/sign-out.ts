import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { endSession } from "../people/end-session.ts";
import { endedSessionCookie } from "../people/session-cookie.ts";
import { anonymous } from "../people/viewer.ts";

/** Ends the browser’s session; answers whether there was one. */
export const signOut = async (context: GraphQLContext): Promise<boolean> => {
  const { em, viewer, config, access } = context;
  if (viewer.kind !== "person") return false;
  context.setCookie(endedSessionCookie(config));
  await endSession(em, { sessionId: viewer.sessionId });
  access.sessionEnded(viewer.sessionId);
  context.viewer = anonymous;
  readAfresh(context);
  return true;
};
