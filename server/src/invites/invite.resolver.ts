import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { createInvite } from "./create-invite.ts";
import {
  CreateInviteInput,
  Invite,
  InvitePayload,
  InvitePreview,
  JoinWorkshopInput,
  JoinWorkshopPayload,
  RevokeInviteInput,
} from "./invite.graphql.ts";
import { joinWorkshop } from "./join-workshop.ts";
import { previewInvite } from "./preview-invite.ts";
import { revokeInvite } from "./revoke-invite.ts";

@Resolver(() => Invite)
export class InviteResolver {
  @Query(() => InvitePreview, { description: "What an invitation leads to; for anyone who holds its code." })
  async invite(
    @Arg("code", () => String, { description: "The secret part of its link, or its short code." })
    code: string,
    @Ctx() context: GraphQLContext,
  ): Promise<InvitePreview> {
    return previewInvite(context, code);
  }

  @Mutation(() => InvitePayload, { description: "Makes an invitation to a workshop; for its moderators." })
  async createInvite(
    @Arg("input", () => CreateInviteInput, { description: "What to make." }) input: CreateInviteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<InvitePayload> {
    return { invite: new Invite(await createInvite(context, input)) };
  }

  @Mutation(() => InvitePayload, {
    description:
      "Withdraws an invitation; those who joined keep their seats unless `withSeats` says otherwise.",
  })
  async revokeInvite(
    @Arg("input", () => RevokeInviteInput, { description: "Which invitation." }) input: RevokeInviteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<InvitePayload> {
    return { invite: new Invite(await revokeInvite(context, input)) };
  }

  @Mutation(() => JoinWorkshopPayload, {
    description:
      "Takes a seat with an invitation, or asks for one, and sets the session cookie; whoever has a seat updates it.",
  })
  async joinWorkshop(
    @Arg("input", () => JoinWorkshopInput, { description: "Who joins with which code." })
    input: JoinWorkshopInput,
    @Ctx() context: GraphQLContext,
  ): Promise<JoinWorkshopPayload> {
    return joinWorkshop(context, input);
  }

  @FieldResolver(() => String, { description: "The link to pass on." })
  url(@Root() { row }: Invite, @Ctx() { config }: GraphQLContext): string {
    return `${config.publicUrl}/join/${row.code}`;
  }
}
