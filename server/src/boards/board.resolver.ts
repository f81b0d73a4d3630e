import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { AnalysedObject } from "../analysed-objects/analysed-object.graphql.ts";
import { loadAnalysedObject } from "../analysed-objects/load-analysed-objects.ts";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { AuthorConnection } from "../participants/author.graphql.ts";
import { StakeholderCount } from "../participants/participant.graphql.ts";
import { stakeholderCountsAt } from "../participants/stakeholder-counts.ts";
import { peopleOnBoard } from "../participants/people-on-board.ts";
import { loadProject } from "../projects/load-projects.ts";
import { Project } from "../projects/project.graphql.ts";
import { sectionsOfBoard } from "../templates/load-templates.ts";
import { Section } from "../templates/section.graphql.ts";
import { Template } from "../templates/template.graphql.ts";
import { templateOfBoard } from "../templates/load-templates.ts";
import { loadWorkshop } from "../workshops/load-workshops.ts";
import { Workshop } from "../workshops/workshop.graphql.ts";
import { boardViewer } from "./board-viewer.ts";
import {
  Board,
  BoardCounts,
  BoardOrigin,
  BoardPayload,
  BoardViewer,
  CreateBoardInput,
  DuplicateBoardInput,
  FreezeBoardInput,
  MoveBoardInput,
  ReopenBoardInput,
  UpdateBoardInput,
} from "./board.graphql.ts";
import { countsOfBoard } from "./count-items.ts";
import { createBoard } from "./create-board.ts";
import { duplicateBoard } from "./duplicate-board.ts";
import { freezeBoard } from "./freeze-board.ts";
import { boardOfViewer, loadBoard, originOfBoard } from "./load-boards.ts";
import { moveBoard } from "./move-board.ts";
import { reopenBoard } from "./reopen-board.ts";
import { updateBoard } from "./update-board.ts";
import { documentName } from "@tavolo/schema";

@Resolver(() => Board)
export class BoardResolver {
  @Query(() => Board, { nullable: true, description: "One board the viewer takes part in." })
  async board(
    @Arg("id", () => ID, { description: "The board." }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Board> {
    return boardOfViewer(context, id);
  }

  @Mutation(() => BoardPayload, {
    description: "Creates a board from a template; for the workshop’s moderators.",
  })
  async createBoard(
    @Arg("input", () => CreateBoardInput, { description: "What to create." }) input: CreateBoardInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    const boardId = await createBoard(context, input);
    return { board: await loadBoard(context, boardId) };
  }

  @Mutation(() => BoardPayload, { description: "Changes a board’s title and policy; for its moderators." })
  async updateBoard(
    @Arg("input", () => UpdateBoardInput, { description: "What to change." }) input: UpdateBoardInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    await updateBoard(context, input);
    return { board: await loadBoard(context, input.id) };
  }

  @Mutation(() => BoardPayload, {
    description: "Freezes a board: what is on it stays as it is, for everybody; for its moderators.",
  })
  async freezeBoard(
    @Arg("input", () => FreezeBoardInput, { description: "What to freeze." }) input: FreezeBoardInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    await freezeBoard(context, input);
    return { board: await loadBoard(context, input.boardId) };
  }

  @Mutation(() => BoardPayload, { description: "Opens a frozen board again; for its moderators." })
  async reopenBoard(
    @Arg("input", () => ReopenBoardInput, { description: "What to open again." }) input: ReopenBoardInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    await reopenBoard(context, input);
    return { board: await loadBoard(context, input.boardId) };
  }

  @Mutation(() => BoardPayload, {
    description:
      "Lays out a board like another one, with or without its content; for moderators of both workshops.",
  })
  async duplicateBoard(
    @Arg("input", () => DuplicateBoardInput, { description: "What to copy." }) input: DuplicateBoardInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    const boardId = await duplicateBoard(context, input);
    return { board: await loadBoard(context, boardId) };
  }

  @Mutation(() => BoardPayload, {
    description: "Moves a board to another workshop of its project; for moderators of both.",
  })
  async moveBoard(
    @Arg("input", () => MoveBoardInput, { description: "What to move where." }) input: MoveBoardInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BoardPayload> {
    await moveBoard(context, input);
    return { board: await loadBoard(context, input.boardId) };
  }

  @FieldResolver(() => BoardOrigin, {
    nullable: true,
    description: "Where it was copied from; null for a board that was laid out from its template.",
  })
  async copiedFrom(@Root() { row }: Board, @Ctx() context: GraphQLContext): Promise<BoardOrigin | null> {
    return originOfBoard(context, row);
  }

  @FieldResolver(() => String, { description: "The name of its document on the sync socket." })
  documentName(@Root() { row }: Board): string {
    return documentName(row.id, row.generation);
  }

  @FieldResolver(() => Template, { description: "The template it was made from." })
  async template(@Root() { row }: Board, @Ctx() context: GraphQLContext): Promise<Template> {
    return templateOfBoard(context, row);
  }

  @FieldResolver(() => AnalysedObject, { nullable: true, description: "What it looks at." })
  async analysedObject(
    @Root() { row }: Board,
    @Ctx() context: GraphQLContext,
  ): Promise<AnalysedObject | null> {
    return row.analysedObject ? loadAnalysedObject(context, row.analysedObject) : null;
  }

  @FieldResolver(() => Workshop, { description: "The workshop it belongs to." })
  async workshop(@Root() { row }: Board, @Ctx() context: GraphQLContext): Promise<Workshop> {
    return loadWorkshop(context, row.workshop);
  }

  @FieldResolver(() => Project, { description: "The project it belongs to." })
  async project(@Root() { row }: Board, @Ctx() context: GraphQLContext): Promise<Project> {
    return loadProject(context, row.project);
  }

  @FieldResolver(() => [Section], { description: "Its sections, in reading order." })
  sections(@Root() { row }: Board): Section[] {
    return sectionsOfBoard(row);
  }

  @FieldResolver(() => AuthorConnection, {
    description:
      "Everybody with a seat at it, as its display policy shows them; in no order that would tell more.",
  })
  async participants(
    @Root() { row }: Board,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphQLContext,
  ) {
    return peopleOnBoard(context, row, page);
  }

  @FieldResolver(() => [StakeholderCount], {
    description: "How many people of each stakeholder group sit at it; groups below five are merged.",
  })
  async stakeholderCounts(
    @Root() { row }: Board,
    @Ctx() context: GraphQLContext,
  ): Promise<StakeholderCount[]> {
    return stakeholderCountsAt(context, row);
  }

  @FieldResolver(() => BoardViewer, { description: "The viewer at this board." })
  async viewer(@Root() { row }: Board, @Ctx() context: GraphQLContext): Promise<BoardViewer> {
    return boardViewer(context, row);
  }

  @FieldResolver(() => BoardCounts, { description: "How much is on it." })
  async counts(@Root() { row }: Board, @Ctx() context: GraphQLContext): Promise<BoardCounts> {
    return countsOfBoard(context, row.id);
  }
}
