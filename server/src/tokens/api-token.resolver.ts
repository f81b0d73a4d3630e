import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadParticipant } from "../participants/load-participants.ts";
import { Participant } from "../participants/participant.graphql.ts";
import {
  ApiToken,
  ApiTokenPayload,
  CreateApiTokenInput,
  CreateApiTokenPayload,
  RenewApiTokenInput,
  RevokeApiTokenInput,
} from "./api-token.graphql.ts";
import { createApiToken } from "./create-api-token.ts";
import { renewApiToken } from "./renew-api-token.ts";
import { revokeApiToken } from "./revoke-api-token.ts";

@Resolver(() => ApiToken)
export class ApiTokenResolver {
  @Mutation(() => CreateApiTokenPayload, {
    description: "Makes an access token for a program; for the project’s moderators.",
  })
  async createApiToken(
    @Arg("input", () => CreateApiTokenInput, { description: "What to make." }) input: CreateApiTokenInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CreateApiTokenPayload> {
    const { row, token } = await createApiToken(context, input);
    return { apiToken: new ApiToken(row), token };
  }

  @Mutation(() => CreateApiTokenPayload, {
    description:
      "Makes a new secret for the same program, whose former ones end at once; for the project’s moderators.",
  })
  async renewApiToken(
    @Arg("input", () => RenewApiTokenInput, { description: "Which token." }) input: RenewApiTokenInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CreateApiTokenPayload> {
    const { row, token } = await renewApiToken(context, input);
    return { apiToken: new ApiToken(row), token };
  }

  @Mutation(() => ApiTokenPayload, {
    description: "Revokes an access token, with effect at once; for moderators.",
  })
  async revokeApiToken(
    @Arg("input", () => RevokeApiTokenInput, { description: "Which token." }) input: RevokeApiTokenInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ApiTokenPayload> {
    return { apiToken: new ApiToken(await revokeApiToken(context, input)) };
  }

  @FieldResolver(() => Participant, { description: "The seat the program acts with." })
  async participant(@Root() { row }: ApiToken, @Ctx() context: GraphQLContext): Promise<Participant> {
    return loadParticipant(context, row.participant);
  }
}
