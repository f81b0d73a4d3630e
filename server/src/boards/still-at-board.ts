import { sql } from "@mikro-orm/core";
import { tokenRevoked, unauthenticated } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findBoardActor } from "../people/board-access.ts";
import { SessionSchema } from "../people/session.entity.ts";
import { ApiTokenSchema } from "../tokens/api-token.entity.ts";

/** Looks afresh whether somebody who follows a board may still do so: session or token, and seat. Throws if not. */
export const stillAtBoard = async (context: GraphQLContext, boardId: string): Promise<void> => {
  readAfresh(context);
  const { em, viewer } = context;
  if (viewer.kind === "person") {
    const session = { id: viewer.sessionId, revokedAt: null, expiresAt: { $gt: sql.now() } };
    if ((await em.count(SessionSchema, session)) === 0) throw unauthenticated();
  }
  if (viewer.kind === "integration") {
    if ((await em.count(ApiTokenSchema, { id: viewer.tokenId, revokedAt: null })) === 0) throw tokenRevoked();
  }
  await findBoardActor(em, viewer, boardId);
};
