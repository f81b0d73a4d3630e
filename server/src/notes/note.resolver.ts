import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { Board } from "../boards/board.graphql.ts";
import { Cluster } from "../clusters/cluster.graphql.ts";
import { loadCluster } from "../clusters/load-clusters.ts";
import { itemNotFound } from "../errors.ts";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { CharterArticle } from "../reference/charter.graphql.ts";
import { LocalFactor } from "../reference/local-factor.graphql.ts";
import { charterArticlesOf, localFactorOf } from "../reference/load-reference.ts";
import { addNote } from "./add-note.ts";
import { editNote } from "./edit-note.ts";
import { loadNote, notesOfBoard } from "./load-notes.ts";
import { moveNote } from "./move-note.ts";
import {
  AddNoteInput,
  EditNoteInput,
  MoveNoteInput,
  NotePayload,
  RemoveNoteInput,
  RestoreNoteInput,
} from "./note-input.graphql.ts";
import { holdsNotes } from "./holds-notes.ts";
import { Note, NoteConnection, NoteFilter } from "./note.graphql.ts";
import { removeNote } from "./remove-note.ts";
import { restoreNote } from "./restore-note.ts";

@Resolver(() => Board)
export class BoardNotesResolver {
  @FieldResolver(() => NoteConnection, {
    description:
      "Its notes: by section, in their order. They are the SWOT’s: a board of another kind has its items in its own type, and none here.",
  })
  async notes(
    @Root() { row }: Board,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => NoteFilter, {
      nullable: true,
      description: "Which notes; else all that are not in the bin.",
    })
    filter: NoteFilter | null | undefined,
    @Ctx() context: GraphQLContext,
  ) {
    return notesOfBoard(context, row, page, filter ?? { removed: false });
  }

  @FieldResolver(() => Note, { nullable: true, description: "One of its notes, in the bin or not." })
  async note(
    @Root() { row }: Board,
    @Arg("id", () => ID, { description: "The note." }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Note> {
    if (!holdsNotes(row.kind)) throw itemNotFound(id);
    return loadNote(context, row.id, id);
  }
}

@Resolver(() => Note)
export class NoteResolver {
  @Mutation(() => NotePayload, { description: "Adds a note; for contributors and moderators." })
  async addNote(
    @Arg("input", () => AddNoteInput, { description: "What to add." }) input: AddNoteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<NotePayload> {
    const { id, revision } = await addNote(context, input);
    return { note: await loadNote(context, input.boardId, id), revision };
  }

  @Mutation(() => NotePayload, { description: "Changes what a note says or carries." })
  async editNote(
    @Arg("input", () => EditNoteInput, { description: "What to change." }) input: EditNoteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<NotePayload> {
    const revision = await editNote(context, input);
    return { note: await loadNote(context, input.boardId, input.id), revision };
  }

  @Mutation(() => NotePayload, { description: "Moves a note: to another section, cluster or place." })
  async moveNote(
    @Arg("input", () => MoveNoteInput, { description: "Where to." }) input: MoveNoteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<NotePayload> {
    const revision = await moveNote(context, input);
    return { note: await loadNote(context, input.boardId, input.id), revision };
  }

  @Mutation(() => NotePayload, { description: "Puts a note into the bin." })
  async removeNote(
    @Arg("input", () => RemoveNoteInput, { description: "Which note." }) input: RemoveNoteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<NotePayload> {
    const revision = await removeNote(context, input);
    return { note: await loadNote(context, input.boardId, input.id), revision };
  }

  @Mutation(() => NotePayload, { description: "Takes a note back from the bin." })
  async restoreNote(
    @Arg("input", () => RestoreNoteInput, { description: "Which note." }) input: RestoreNoteInput,
    @Ctx() context: GraphQLContext,
  ): Promise<NotePayload> {
    const revision = await restoreNote(context, input);
    return { note: await loadNote(context, input.boardId, input.id), revision };
  }

  @FieldResolver(() => LocalFactor, { nullable: true, description: "The factor it is about." })
  factor(@Root() note: Note): LocalFactor | null {
    return localFactorOf(note.content.factor);
  }

  @FieldResolver(() => [CharterArticle], { description: "The articles of the EU Charter it touches." })
  charterArticles(@Root() note: Note): CharterArticle[] {
    return charterArticlesOf(note.content.charterArticles);
  }

  @FieldResolver(() => Cluster, {
    nullable: true,
    description: "The cluster it belongs to; null while it is loose.",
  })
  async cluster(@Root() { row }: Note, @Ctx() context: GraphQLContext): Promise<Cluster | null> {
    return row.cluster ? loadCluster(context, row.board, row.cluster) : null;
  }
}
