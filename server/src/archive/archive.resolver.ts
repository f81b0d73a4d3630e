import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { BoardPayload } from "../boards/board.graphql.ts";
import { loadBoard } from "../boards/load-boards.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { Project, ProjectPayload } from "../projects/project.graphql.ts";
import { Workshop, WorkshopPayload } from "../workshops/workshop.graphql.ts";
import { archiveBoard, restoreBoard } from "./archive-board.ts";
import { archiveProject, restoreProject } from "./archive-project.ts";
import { archiveWorkshop, restoreWorkshop } from "./archive-workshop.ts";

@InputType({ description: "A project to put into the archive or to take back." })
export class ProjectArchiveInput {
  @Field(() => ID, { description: "The project." })
  projectId!: string;
}

@InputType({ description: "A workshop to put into the archive or to take back." })
export class WorkshopArchiveInput {
  @Field(() => ID, { description: "The workshop." })
  workshopId!: string;
}

@InputType({ description: "A board to put into the archive or to take back." })
export class BoardArchiveInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;
}

@Resolver()
export class ArchiveResolver {
  @Mutation(() => ProjectPayload, {
    description: "Puts a project into the archive with its workshops and boards; for its moderators.",
  })
  async archiveProject(
    @Arg("input", () => ProjectArchiveInput, { description: "Which project." }) input: ProjectArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ProjectPayload> {
    return { project: new Project(await archiveProject(context, input.projectId)) };
  }

  @Mutation(() => ProjectPayload, {
    description: "Takes a project back with the workshops and boards that left with it; for its moderators.",
  })
  async restoreProject(
    @Arg("input", () => ProjectArchiveInput, { description: "Which project." }) input: ProjectArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ProjectPayload> {
    return { project: new Project(await restoreProject(context, input.projectId)) };
  }

  @Mutation(() => WorkshopPayload, {
    description: "Puts a workshop into the archive with its boards; for its moderators.",
  })
  async archiveWorkshop(
    @Arg("input", () => WorkshopArchiveInput, { description: "Which workshop." }) input: WorkshopArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<WorkshopPayload> {
    return { workshop: new Workshop(await archiveWorkshop(context, input.workshopId)) };
  }

  @Mutation(() => WorkshopPayload, {
    description: "Takes a workshop back with the boards that left with it; for its moderators.",
  })
  async restoreWorkshop(
    @Arg("input", () => WorkshopArchiveInput, { description: "Which workshop." }) input: WorkshopArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<WorkshopPayload> {
    return { workshop: new Workshop(await restoreWorkshop(context, input.workshopId)) };
  }

  @Mutation(() => BoardPayload, {
    description:
      "Puts a board into the archive: it leaves the lists and can only be read; for its moderators.",
  })
  async archiveBoard(
    @Arg("input", () => BoardArchiveInput, { description: "Which board." }) input: BoardArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    await archiveBoard(context, input.boardId);
    return { board: await loadBoard(context, input.boardId) };
  }

  @Mutation(() => BoardPayload, { description: "Takes a board back from the archive; for its moderators." })
  async restoreBoard(
    @Arg("input", () => BoardArchiveInput, { description: "Which board." }) input: BoardArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    await restoreBoard(context, input.boardId);
    return { board: await loadBoard(context, input.boardId) };
  }
}
