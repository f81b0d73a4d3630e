import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadProject } from "../projects/load-projects.ts";
import { Project } from "../projects/project.graphql.ts";
import { acceptModeratorInvitation } from "./accept-moderator-invitation.ts";
import { inviteModerator } from "./invite-moderator.ts";
import { moderatorInvitationsOf, previewModeratorInvitation } from "./load-moderator-invitations.ts";
import {
  AcceptModeratorInvitationInput,
  AcceptModeratorInvitationPayload,
  InviteModeratorInput,
  InviteModeratorPayload,
  ModeratorInvitation,
  ModeratorInvitationPreview,
  RevokeModeratorInvitationInput,
  RevokeModeratorInvitationPayload,
} from "./moderator-invitation.graphql.ts";
import { revokeModeratorInvitation } from "./revoke-moderator-invitation.ts";

@Resolver(() => Project)
export class ModeratorInvitationResolver {
  @Query(() => ModeratorInvitationPreview, {
    nullable: true,
    description: "What an invitation to moderate offers, for whoever holds its link.",
  })
  async moderatorInvitation(
    @Arg("token", () => String, { description: "The part of the link behind `#`." }) token: string,
    @Ctx() context: GraphQLContext,
  ): Promise<ModeratorInvitationPreview> {
    return previewModeratorInvitation(context, token);
  }

  @Mutation(() => InviteModeratorPayload, {
    description: "Asks somebody by their address to moderate a project; for its moderators.",
  })
  async inviteModerator(
    @Arg("input", () => InviteModeratorInput, { description: "Whom." }) input: InviteModeratorInput,
    @Ctx() context: GraphQLContext,
  ): Promise<InviteModeratorPayload> {
    const { row, url } = await inviteModerator(context, input);
    return { invitation: new ModeratorInvitation(row), url };
  }

  @Mutation(() => RevokeModeratorInvitationPayload, {
    description: "Withdraws an invitation to moderate; for the project’s moderators.",
  })
  async revokeModeratorInvitation(
    @Arg("input", () => RevokeModeratorInvitationInput, { description: "Which one." })
    { id }: RevokeModeratorInvitationInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RevokeModeratorInvitationPayload> {
    return { invitation: new ModeratorInvitation(await revokeModeratorInvitation(context, id)) };
  }

  @Mutation(() => AcceptModeratorInvitationPayload, {
    description: "Accepts an invitation to moderate, with an account for whoever has none.",
  })
  async acceptModeratorInvitation(
    @Arg("input", () => AcceptModeratorInvitationInput, { description: "Which one, and who accepts." })
    input: AcceptModeratorInvitationInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AcceptModeratorInvitationPayload> {
    const { viewer, project } = await acceptModeratorInvitation(context, input);
    return { viewer, project: await loadProject(context, project) };
  }

  @FieldResolver(() => [ModeratorInvitation], {
    nullable: true,
    description: "Invitations to moderate that wait for an answer, newest first; null for non-moderators.",
  })
  async moderatorInvitations(
    @Root() { id }: Project,
    @Ctx() context: GraphQLContext,
  ): Promise<ModeratorInvitation[] | null> {
    return moderatorInvitationsOf(context, id);
  }
}
