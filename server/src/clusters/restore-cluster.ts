import { editContent } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { RestoreClusterInput } from "./cluster-input.graphql.ts";

/** Takes a cluster back from the bin. */
export const restoreCluster = async (
  context: GraphQLContext,
  { boardId, id }: RestoreClusterInput,
): Promise<number> => {
  const { revision } = await editContent(context, {
    boardId,
    action: "cluster.restore",
    apply: (editor) => editor.restore("clusters", id),
  });
  return revision;
};
