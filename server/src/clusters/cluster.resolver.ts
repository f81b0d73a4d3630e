import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { Board } from "../boards/board.graphql.ts";
import { itemNotFound } from "../errors.ts";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { notesOfCluster } from "../notes/load-notes.ts";
import { holdsNotes } from "../notes/holds-notes.ts";
import { Note } from "../notes/note.graphql.ts";
import { addCluster } from "./add-cluster.ts";
import {
  AddClusterInput,
  ClusterPayload,
  EditClusterInput,
  MoveClusterInput,
  RemoveClusterInput,
  RestoreClusterInput,
} from "./cluster-input.graphql.ts";
import { Cluster, ClusterConnection, ClusterFilter } from "./cluster.graphql.ts";
import { editCluster } from "./edit-cluster.ts";
import { clustersOfBoard, loadCluster } from "./load-clusters.ts";
import { moveCluster } from "./move-cluster.ts";
import { removeCluster } from "./remove-cluster.ts";
import { restoreCluster } from "./restore-cluster.ts";

@Resolver(() => Board)
export class BoardClustersResolver {
  @FieldResolver(() => ClusterConnection, {
    description: "Its clusters: by section, in their order. They are the SWOT’s, as `notes` are.",
  })
  async clusters(
    @Root() { row }: Board,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ClusterFilter, {
      nullable: true,
      description: "Which clusters; else all that are not in the bin.",
    })
    filter: ClusterFilter | null | undefined,
    @Ctx() context: GraphQLContext,
  ) {
    return clustersOfBoard(context, row, page, filter ?? { removed: false });
  }

  @FieldResolver(() => Cluster, { nullable: true, description: "One of its clusters, in the bin or not." })
  async cluster(
    @Root() { row }: Board,
    @Arg("id", () => ID, { description: "The cluster." }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Cluster> {
    if (!holdsNotes(row.kind)) throw itemNotFound(id);
    return loadCluster(context, row.id, id);
  }
}

@Resolver(() => Cluster)
export class ClusterResolver {
  @Mutation(() => ClusterPayload, {
    description: "Adds a cluster, empty or with notes; for contributors and moderators.",
  })
  async addCluster(
    @Arg("input", () => AddClusterInput, { description: "What to add." }) input: AddClusterInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ClusterPayload> {
    const { id, revision } = await addCluster(context, input);
    return { cluster: await loadCluster(context, input.boardId, id), revision };
  }

  @Mutation(() => ClusterPayload, { description: "Changes what a cluster is called." })
  async editCluster(
    @Arg("input", () => EditClusterInput, { description: "What to change." }) input: EditClusterInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ClusterPayload> {
    const revision = await editCluster(context, input);
    return { cluster: await loadCluster(context, input.boardId, input.id), revision };
  }

  @Mutation(() => ClusterPayload, {
    description: "Moves a cluster with its notes: to another section or place.",
  })
  async moveCluster(
    @Arg("input", () => MoveClusterInput, { description: "Where to." }) input: MoveClusterInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ClusterPayload> {
    const revision = await moveCluster(context, input);
    return { cluster: await loadCluster(context, input.boardId, input.id), revision };
  }

  @Mutation(() => ClusterPayload, { description: "Puts a cluster into the bin; its notes stay, loose." })
  async removeCluster(
    @Arg("input", () => RemoveClusterInput, { description: "Which cluster." }) input: RemoveClusterInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ClusterPayload> {
    const revision = await removeCluster(context, input);
    return { cluster: await loadCluster(context, input.boardId, input.id), revision };
  }

  @Mutation(() => ClusterPayload, {
    description: "Takes a cluster back from the bin, with the notes it had.",
  })
  async restoreCluster(
    @Arg("input", () => RestoreClusterInput, { description: "Which cluster." }) input: RestoreClusterInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ClusterPayload> {
    const revision = await restoreCluster(context, input);
    return { cluster: await loadCluster(context, input.boardId, input.id), revision };
  }

  @FieldResolver(() => [Note], { description: "Its notes, in their order." })
  async notes(@Root() { row }: Cluster, @Ctx() context: GraphQLContext): Promise<Note[]> {
    return notesOfCluster(context, row.board, row.id);
  }

  @FieldResolver(() => Int, { description: "How many notes it has." })
  async noteCount(@Root() { row }: Cluster, @Ctx() context: GraphQLContext): Promise<number> {
    return (await notesOfCluster(context, row.board, row.id)).length;
  }
}
