import { sql } from "@mikro-orm/core";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { type ApiToken, ApiTokenSchema } from "./api-token.entity.ts";
import type { RevokeApiTokenInput } from "./api-token.graphql.ts";
import { findManagedToken } from "./find-managed-token.ts";

/** Revokes an access token and takes its seat away; its open sockets close at once. */
export const revokeApiToken = async (
  context: GraphQLContext,
  { id }: RevokeApiTokenInput,
): Promise<ApiToken> => {
  const row = await findManagedToken(context, id, "token.revoke");
  await context.em.transactional(async (tx) => {
    const now = sql.now();
    const revoked = await tx.nativeUpdate(ApiTokenSchema, { id, revokedAt: null }, { revokedAt: now });
    // One that was replaced has left its seat to the token after it.
    if (revoked === 0) return;
    await tx.nativeUpdate(ParticipantSchema, { id: row.participant, removedAt: null }, { removedAt: now });
  });
  context.access.tokenEnded(id);
  context.access.seatChanged(row.participant);
  readAfresh(context);
  return context.em.findOneOrFail(ApiTokenSchema, { id });
};
