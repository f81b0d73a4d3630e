import { checkField, editContent, given, plain, translationsByLanguage } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { EditNoteInput } from "./note-input.graphql.ts";

/** Changes what is given of a note; its text by the smallest change, so that others may write in it meanwhile. */
export const editNote = async (context: GraphQLContext, input: EditNoteInput): Promise<number> => {
  const { boardId, id, text, translations } = input;
  const fields = given({
    language: input.language ?? undefined,
    colour: input.colour ?? undefined,
    factor: input.factor,
    evidence: input.evidence,
    affected: input.affected ?? undefined,
    charterArticles: input.charterArticles ?? undefined,
    position: plain(input.position),
    translations: translations ? translationsByLanguage(translations) : undefined,
  });
  const { revision } = await editContent(context, {
    boardId,
    action: "note.edit",
    check: ({ board }) => {
      if (typeof text === "string") checkField(board.kind, "notes", "text", text);
    },
    apply: (editor) => {
      editor.set("notes", id, fields);
      if (typeof text === "string") editor.setText("notes", id, "text", text);
    },
  });
  return revision;
};
