import { editContent } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { RestoreNoteInput } from "./note-input.graphql.ts";

/** Takes a note back from the bin. */
export const restoreNote = async (
  context: GraphQLContext,
  { boardId, id }: RestoreNoteInput,
): Promise<number> => {
  const { revision } = await editContent(context, {
    boardId,
    action: "note.restore",
    apply: (editor) => editor.restore("notes", id),
  });
  return revision;
};
