import { sql } from "@mikro-orm/core";
import { isId } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { sessionNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insistSomeone } from "../participants/insist.ts";
import { endedSessionCookie } from "../people/session-cookie.ts";
import { SessionSchema } from "../people/session.entity.ts";
import { anonymous } from "../people/viewer.ts";

/** Ends every session of a person but one; answers how many. The caller tells the hub after the commit. */
export const endOthers = async (em: EntityManager, personId: string, sessionId: string): Promise<number> =>
  em.nativeUpdate(
    SessionSchema,
    { person: personId, id: { $ne: sessionId }, revokedAt: null },
    { revokedAt: sql.now() },
  );

/** Ends the viewer’s sessions on other devices. */
export const endOtherSessions = async (context: GraphQLContext): Promise<number> => {
  const { em, viewer, access } = context;
  insistSomeone(viewer);
  if (viewer.kind !== "person") return 0;
  const ended = await endOthers(em, viewer.personId, viewer.sessionId);
  access.sessionsEnded(viewer.personId, viewer.sessionId);
  readAfresh(context);
  return ended;
};

/** Ends one of the viewer’s sessions, perhaps this one. Throws SESSION_NOT_FOUND. */
export const endOwnSession = async (context: GraphQLContext, id: string): Promise<void> => {
  const { em, viewer, access, config } = context;
  insistSomeone(viewer);
  if (viewer.kind !== "person" || !isId(id)) throw sessionNotFound(id);
  const own = viewer.sessionId === id;
  if (own) context.setCookie(endedSessionCookie(config));
  const ended = await em.nativeUpdate(
    SessionSchema,
    { id, person: viewer.personId, revokedAt: null },
    { revokedAt: sql.now() },
  );
  if (ended === 0) throw sessionNotFound(id);
  access.sessionEnded(id);
  if (own) context.viewer = anonymous;
  readAfresh(context);
};
