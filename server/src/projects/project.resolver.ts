import type { Role } from "@tavolo/schema";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { AnalysedObject } from "../analysed-objects/analysed-object.graphql.ts";
import { analysedObjectsOfProject } from "../analysed-objects/load-analysed-objects.ts";
import { BoardConnection } from "../boards/board.graphql.ts";
import { boardsOfProject } from "../boards/load-boards.ts";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { RoleEnum, SeatStateEnum } from "../graphql/enums.ts";
import { organisationsOfProject } from "../organisations/load-organisations.ts";
import { Organisation } from "../organisations/organisation.graphql.ts";
import { participantsOfProject } from "../participants/load-participants.ts";
import { ParticipantConnection, StakeholderCount } from "../participants/participant.graphql.ts";
import type { SeatState } from "../participants/seat-state.ts";
import { stakeholderCounts } from "../participants/stakeholder-counts.ts";
import { templatesOfProject } from "../templates/load-templates.ts";
import { Template } from "../templates/template.graphql.ts";
import { ApiToken } from "../tokens/api-token.graphql.ts";
import { apiTokensOfProject } from "../tokens/load-api-tokens.ts";
import { workshopsOfProject } from "../workshops/load-workshops.ts";
import { WorkshopConnection } from "../workshops/workshop.graphql.ts";
import { createProject } from "./create-project.ts";
import { projectOfViewer, projectsOfViewer } from "./load-projects.ts";
import {
  CreateProjectInput,
  Permissions,
  Project,
  ProjectConnection,
  ProjectPayload,
  UpdateProjectInput,
} from "./project.graphql.ts";
import { projectPermissions, projectRole } from "./project.policy.ts";
import { updateProject } from "./update-project.ts";

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => ProjectConnection, { description: "The projects the viewer takes part in, oldest first." })
  async projects(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("archived", () => Boolean, {
      defaultValue: false,
      description: "True: those in the archive; false: those in use.",
    })
    archived: boolean,
    @Ctx() context: GraphQLContext,
  ) {
    return projectsOfViewer(context, page, archived);
  }

  @Query(() => Project, { nullable: true, description: "One project the viewer takes part in." })
  async project(
    @Arg("id", () => ID, { description: "The project." }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Project> {
    return projectOfViewer(context, id);
  }

  @Mutation(() => ProjectPayload, { description: "Creates a project; for administrators and moderators." })
  async createProject(
    @Arg("input", () => CreateProjectInput, { description: "What to create." }) input: CreateProjectInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ProjectPayload> {
    return { project: new Project(await createProject(context, input)) };
  }

  @Mutation(() => ProjectPayload, {
    description: "Changes a project’s names and details; for its moderators.",
  })
  async updateProject(
    @Arg("input", () => UpdateProjectInput, { description: "What to change." }) input: UpdateProjectInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ProjectPayload> {
    return { project: new Project(await updateProject(context, input)) };
  }

  @FieldResolver(() => WorkshopConnection, {
    description: "Its workshops that the viewer takes part in, oldest first.",
  })
  async workshops(
    @Root() project: Project,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("archived", () => Boolean, {
      defaultValue: false,
      description: "True: those in the archive; false: those in use.",
    })
    archived: boolean,
    @Ctx() context: GraphQLContext,
  ) {
    return workshopsOfProject(context, project.id, page, archived);
  }

  @FieldResolver(() => BoardConnection, { description: "The boards of these workshops, oldest first." })
  async boards(
    @Root() project: Project,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("archived", () => Boolean, {
      defaultValue: false,
      description: "True: those in the archive; false: those in use.",
    })
    archived: boolean,
    @Ctx() context: GraphQLContext,
  ) {
    return boardsOfProject(context, project.id, page, archived);
  }

  @FieldResolver(() => [Template], {
    description: "What its boards are made from: its own templates, oldest first, then the shipped ones.",
  })
  async templates(
    @Root() project: Project,
    @Arg("archived", () => Boolean, {
      defaultValue: false,
      description: "True: its own ones in the archive; false: those in use.",
    })
    archived: boolean,
    @Ctx() context: GraphQLContext,
  ): Promise<Template[]> {
    return templatesOfProject(context, project.id, archived);
  }

  @FieldResolver(() => [AnalysedObject], {
    description: "The civic spaces, services, policies and networks looked at.",
  })
  async analysedObjects(@Root() project: Project, @Ctx() context: GraphQLContext): Promise<AnalysedObject[]> {
    return analysedObjectsOfProject(context, project.id);
  }

  @FieldResolver(() => [Organisation], { description: "The bodies that take part." })
  async organisations(@Root() project: Project, @Ctx() context: GraphQLContext): Promise<Organisation[]> {
    return organisationsOfProject(context, project.id);
  }

  @FieldResolver(() => ParticipantConnection, {
    nullable: true,
    description:
      "All seats of the project and its workshops, oldest first; null unless the viewer moderates the project.",
  })
  async participants(
    @Root() project: Project,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("states", () => [SeatStateEnum], {
      defaultValue: ["seated"],
      description: "Seats that stand in one of these ways.",
    })
    states: SeatState[],
    @Ctx() context: GraphQLContext,
  ) {
    return participantsOfProject(context, project.id, page, states);
  }

  @FieldResolver(() => [StakeholderCount], {
    description: "How many people each stakeholder group has, groups below five merged.",
  })
  async stakeholderCounts(
    @Root() project: Project,
    @Ctx() context: GraphQLContext,
  ): Promise<StakeholderCount[]> {
    return stakeholderCounts(context, project.id);
  }

  @FieldResolver(() => RoleEnum, {
    description:
      "What the viewer may do in the project as a whole; a seat at one workshop counts as OBSERVER here.",
  })
  async viewerRole(@Root() project: Project, @Ctx() context: GraphQLContext): Promise<Role> {
    return projectRole(context, project.id);
  }

  @FieldResolver(() => Permissions, { description: "What the viewer may do in the project as a whole." })
  async viewerPermissions(@Root() project: Project, @Ctx() context: GraphQLContext): Promise<Permissions> {
    return projectPermissions(context, project.row);
  }

  @FieldResolver(() => [ApiToken], {
    nullable: true,
    description: "Its access tokens, newest first; null unless the viewer moderates the project.",
  })
  async apiTokens(@Root() project: Project, @Ctx() context: GraphQLContext): Promise<ApiToken[] | null> {
    return apiTokensOfProject(context, project.id);
  }
}
