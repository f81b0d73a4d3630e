import { LockMode, sql } from "@mikro-orm/core";
import { newId } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { newAccessToken } from "../people/access-token.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type ApiToken, ApiTokenSchema } from "./api-token.entity.ts";
import type { RenewApiTokenInput } from "./api-token.graphql.ts";
import { findManagedToken } from "./find-managed-token.ts";
import { endOfToken } from "./token-life.ts";

/**
 * Makes a new secret for the same program: same name, scope and seat, so that what it wrote and will write stays
 * one author’s. The tokens it had until now end at once.
 */
export const renewApiToken = async (
  context: GraphQLContext,
  { id: formerId, expiresInDays }: RenewApiTokenInput,
): Promise<{ row: ApiToken; token: string }> => {
  const { em, viewer, access } = context;
  const { project, participant, name, scope } = await findManagedToken(context, formerId, "token.create");
  const { actor } = await findProjectActor(em, viewer, project);
  const expiresAt = endOfToken(expiresInDays);
  const { token, tokenHash } = newAccessToken();
  const id = newId();
  const ended = await em.transactional(async (tx) => {
    // Of two who renew at once, the second ends what the first made.
    await tx.findOneOrFail(ParticipantSchema, participant, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const former = await tx.find(ApiTokenSchema, { participant, revokedAt: null });
    await tx.nativeUpdate(ApiTokenSchema, { participant, revokedAt: null }, { revokedAt: sql.now() });
    await tx.nativeUpdate(ParticipantSchema, { id: participant }, { removedAt: null });
    await tx.insert(ApiTokenSchema, {
      id,
      project,
      participant,
      name,
      scope,
      tokenHash,
      createdBy: actor.participantId,
      expiresAt,
    });
    return former;
  });
  for (const former of ended) access.tokenEnded(former.id);
  readAfresh(context);
  return { row: await context.em.findOneOrFail(ApiTokenSchema, { id }), token };
};
