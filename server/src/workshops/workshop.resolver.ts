import type { Role } from "@tavolo/schema";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { BoardConnection } from "../boards/board.graphql.ts";
import { boardsOfWorkshop } from "../boards/load-boards.ts";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { RoleEnum, SeatStateEnum } from "../graphql/enums.ts";
import { Invite } from "../invites/invite.graphql.ts";
import { invitesOfWorkshop } from "../invites/load-invites.ts";
import { participantsOfWorkshop } from "../participants/load-participants.ts";
import { ParticipantConnection } from "../participants/participant.graphql.ts";
import type { SeatState } from "../participants/seat-state.ts";
import { loadProject } from "../projects/load-projects.ts";
import { Permissions, Project } from "../projects/project.graphql.ts";
import { createWorkshop } from "./create-workshop.ts";
import { workshopOfViewer } from "./load-workshops.ts";
import { updateWorkshop } from "./update-workshop.ts";
import { CreateWorkshopInput, UpdateWorkshopInput, Workshop, WorkshopPayload } from "./workshop.graphql.ts";
import { workshopPermissions, workshopRole } from "./workshop.policy.ts";

@Resolver(() => Workshop)
export class WorkshopResolver {
  @Query(() => Workshop, { nullable: true, description: "One workshop the viewer takes part in." })
  async workshop(
    @Arg("id", () => ID, { description: "The workshop." }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Workshop> {
    return workshopOfViewer(context, id);
  }

  @Mutation(() => WorkshopPayload, { description: "Creates a workshop; for the project’s moderators." })
  async createWorkshop(
    @Arg("input", () => CreateWorkshopInput, { description: "What to create." }) input: CreateWorkshopInput,
    @Ctx() context: GraphQLContext,
  ): Promise<WorkshopPayload> {
    return { workshop: new Workshop(await createWorkshop(context, input)) };
  }

  @Mutation(() => WorkshopPayload, {
    description: "Changes a workshop’s title, day or place; for its moderators.",
  })
  async updateWorkshop(
    @Arg("input", () => UpdateWorkshopInput, { description: "What to change." }) input: UpdateWorkshopInput,
    @Ctx() context: GraphQLContext,
  ): Promise<WorkshopPayload> {
    return { workshop: new Workshop(await updateWorkshop(context, input)) };
  }

  @FieldResolver(() => Project, { description: "The project it belongs to." })
  async project(@Root() workshop: Workshop, @Ctx() context: GraphQLContext): Promise<Project> {
    return loadProject(context, workshop.row.project);
  }

  @FieldResolver(() => BoardConnection, { description: "Its boards, oldest first." })
  async boards(
    @Root() workshop: Workshop,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("archived", () => Boolean, {
      defaultValue: false,
      description: "True: those in the archive; false: those in use.",
    })
    archived: boolean,
    @Ctx() context: GraphQLContext,
  ) {
    return boardsOfWorkshop(context, workshop.id, page, archived);
  }

  @FieldResolver(() => ParticipantConnection, {
    nullable: true,
    description:
      "Its seats and those of the whole project, oldest first; null unless the viewer moderates it.",
  })
  async participants(
    @Root() workshop: Workshop,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("states", () => [SeatStateEnum], {
      defaultValue: ["seated"],
      description: "Seats that stand in one of these ways.",
    })
    states: SeatState[],
    @Ctx() context: GraphQLContext,
  ) {
    return participantsOfWorkshop(context, workshop.row, page, states);
  }

  @FieldResolver(() => [Invite], {
    nullable: true,
    description: "Its invitations, newest first; null unless the viewer moderates it.",
  })
  async invites(@Root() workshop: Workshop, @Ctx() context: GraphQLContext): Promise<Invite[] | null> {
    return invitesOfWorkshop(context, workshop.row);
  }

  @FieldResolver(() => RoleEnum, { description: "What the viewer may do in it." })
  async viewerRole(@Root() workshop: Workshop, @Ctx() context: GraphQLContext): Promise<Role> {
    return workshopRole(context, workshop.row);
  }

  @FieldResolver(() => Permissions, { description: "What the viewer may do in it, point by point." })
  async viewerPermissions(@Root() workshop: Workshop, @Ctx() context: GraphQLContext): Promise<Permissions> {
    return workshopPermissions(context, workshop.row);
  }
}
