import { editContent, given } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { MoveNoteInput } from "./note-input.graphql.ts";

/** Moves a note to another section, cluster or place. */
export const moveNote = async (
  context: GraphQLContext,
  { boardId, id, section, clusterId, beforeId, afterId }: MoveNoteInput,
): Promise<number> => {
  const { revision } = await editContent(context, {
    boardId,
    action: "note.move",
    apply: (editor) =>
      editor.move(
        "notes",
        id,
        given({ section: section ?? undefined, cluster: clusterId, before: beforeId, after: afterId }),
      ),
  });
  return revision;
};
