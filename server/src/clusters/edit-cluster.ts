import { checkField, editContent, given, plain, translationsByLanguage } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { EditClusterInput } from "./cluster-input.graphql.ts";

/** Changes what is given of a cluster; its name by the smallest change, so that others may write in it meanwhile. */
export const editCluster = async (context: GraphQLContext, input: EditClusterInput): Promise<number> => {
  const { boardId, id, name, translations } = input;
  const fields = given({
    language: input.language ?? undefined,
    position: plain(input.position),
    translations: translations ? translationsByLanguage(translations) : undefined,
  });
  const { revision } = await editContent(context, {
    boardId,
    action: "cluster.edit",
    check: ({ board }) => {
      if (typeof name === "string") checkField(board.kind, "clusters", "name", name);
    },
    apply: (editor) => {
      editor.set("clusters", id, fields);
      if (typeof name === "string") editor.setText("clusters", id, "name", name);
    },
  });
  return revision;
};
