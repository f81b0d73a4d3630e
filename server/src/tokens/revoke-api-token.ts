import { sql } from "@mikro-orm/core";
import { can, isId } from "@tavolo/schema";
import { tokenNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist, insistSomeone } from "../participants/insist.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { projectRole } from "../projects/project.policy.ts";
import { type ApiToken, ApiTokenSchema } from "./api-token.entity.ts";
import type { RevokeApiTokenInput } from "./api-token.graphql.ts";

/** Revokes an access token and takes its seat away; its open sockets close at once. */
export const revokeApiToken = async (
  context: GraphQLContext,
  { id }: RevokeApiTokenInput,
): Promise<ApiToken> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const row = isId(id) ? await em.findOne(ApiTokenSchema, { id }) : null;
  if (!row || !(await ownSeats(context)).some(({ project }) => project === row.project))
    throw tokenNotFound(id);
  insist(can("token.revoke", { role: await projectRole(context, row.project) }));
  await em.transactional(async (tx) => {
    const now = sql.now();
    await tx.nativeUpdate(ApiTokenSchema, { id, revokedAt: null }, { revokedAt: now });
    await tx.nativeUpdate(ParticipantSchema, { id: row.participant, removedAt: null }, { removedAt: now });
  });
  context.access.tokenEnded(id);
  readAfresh(context);
  return context.em.findOneOrFail(ApiTokenSchema, { id });
};
