import { can, newId } from "@tavolo/schema";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { newAccessToken } from "../people/access-token.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type ApiToken, ApiTokenSchema } from "./api-token.entity.ts";
import type { CreateApiTokenInput } from "./api-token.graphql.ts";
import { endOfToken } from "./token-life.ts";

/** Makes an access token and the seat it acts with. */
export const createApiToken = async (
  context: GraphQLContext,
  input: CreateApiTokenInput,
): Promise<{ row: ApiToken; token: string }> => {
  const { em, viewer } = context;
  const { project, actor } = await findProjectActor(em, viewer, input.projectId);
  insist(can("token.create", { role: actor.role }));
  // As long as a display name: where a board shows names, this is the program’s.
  const name = checkedText("name", input.name, textLimits.displayName);
  const expiresAt = endOfToken(input.expiresInDays);
  const { scope } = input;
  const { token, tokenHash } = newAccessToken();
  const id = newId();
  const participant = newId();
  await em.transactional(async (tx) => {
    await tx.insert(ParticipantSchema, {
      id: participant,
      project: project.id,
      kind: "integration",
      role: scope === "read" ? "observer" : "contributor",
      displayName: name,
      language: project.language,
    });
    const createdBy = actor.participantId;
    await tx.insert(ApiTokenSchema, {
      id,
      project: project.id,
      participant,
      name,
      scope,
      tokenHash,
      createdBy,
      expiresAt,
    });
  });
  readAfresh(context);
  return { row: await context.em.findOneOrFail(ApiTokenSchema, { id }), token };
};
