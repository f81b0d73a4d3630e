import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { endSession } from "../people/end-session.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import type { SessionStart } from "../people/session.entity.ts";
import { startSession } from "../people/start-session.ts";
import { describeViewer } from "./describe-viewer.ts";
import type { ViewerType } from "./viewer.graphql.ts";

export interface Entered {
  personId: string;
  sessionId: string;
}

/**
 * Starts a session for somebody who has shown who they are; the browser’s former session ends. Within the
 * transaction: where no cookie can be set, over a socket, nothing else happens either.
 */
export const enter = async (
  context: Pick<GraphQLContext, "viewer" | "config" | "device" | "setCookie">,
  tx: EntityManager,
  { personId, startedBy }: { personId: string; startedBy: SessionStart },
): Promise<Entered> => {
  const { viewer, config, device } = context;
  if (viewer.kind === "person") await endSession(tx, { sessionId: viewer.sessionId });
  const { sessionId, token } = await startSession(tx, { personId, startedBy, device });
  context.setCookie(sessionCookie(config, token));
  return { personId, sessionId };
};

/** After the commit: the former session’s sockets hear of it, and the operation goes on as the one who entered. */
export const goOnAs = (context: GraphQLContext, { personId, sessionId }: Entered): Promise<ViewerType> => {
  const { viewer, access } = context;
  if (viewer.kind === "person" && viewer.sessionId !== sessionId) access.sessionEnded(viewer.sessionId);
  context.viewer = { kind: "person", personId, sessionId };
  readAfresh(context);
  return describeViewer(context);
};
