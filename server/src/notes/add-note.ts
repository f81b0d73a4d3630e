import { editContent, given, plain, translationsByLanguage } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { AddNoteInput } from "./note-input.graphql.ts";

/** Adds a note at the end of its section. */
export const addNote = async (
  context: GraphQLContext,
  { boardId, clusterId, translations, language, ...input }: AddNoteInput,
): Promise<{ id: string; revision: number }> => {
  const { result: id, revision } = await editContent(context, {
    boardId,
    action: "note.add",
    apply: (editor, { board }) =>
      editor.add("notes", {
        ...given({
          id: input.id ?? undefined,
          colour: input.colour ?? undefined,
          factor: input.factor ?? undefined,
          evidence: input.evidence ?? undefined,
          affected: input.affected ?? undefined,
          charterArticles: input.charterArticles ?? undefined,
          position: plain(input.position) ?? undefined,
          cluster: clusterId ?? undefined,
        }),
        section: input.section,
        text: input.text,
        language: language ?? board.language,
        translations: translationsByLanguage(translations ?? []),
      }),
  });
  return { id, revision };
};
