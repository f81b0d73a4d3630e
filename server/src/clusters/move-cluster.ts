import { editContent, given } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { MoveClusterInput } from "./cluster-input.graphql.ts";

/** Moves a cluster with its notes to another section or place. */
export const moveCluster = async (
  context: GraphQLContext,
  { boardId, id, section, beforeId, afterId }: MoveClusterInput,
): Promise<number> => {
  const { revision } = await editContent(context, {
    boardId,
    action: "cluster.move",
    apply: (editor) =>
      editor.move("clusters", id, given({ section: section ?? undefined, before: beforeId, after: afterId })),
  });
  return revision;
};
