import { editContent } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { RemoveNoteInput } from "./note-input.graphql.ts";

/** Puts a note into the bin. */
export const removeNote = async (
  context: GraphQLContext,
  { boardId, id }: RemoveNoteInput,
): Promise<number> => {
  const { revision } = await editContent(context, {
    boardId,
    action: "note.remove",
    apply: (editor) => editor.remove("notes", id),
  });
  return revision;
};
