import { editContent } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { RemoveClusterInput } from "./cluster-input.graphql.ts";

/** Puts a cluster into the bin. */
export const removeCluster = async (
  context: GraphQLContext,
  { boardId, id }: RemoveClusterInput,
): Promise<number> => {
  const { revision } = await editContent(context, {
    boardId,
    action: "cluster.remove",
    apply: (editor) => editor.remove("clusters", id),
  });
  return revision;
};
