import { can } from "@tavolo/schema";
import { type Editing, editContent, given, plain, translationsByLanguage } from "../boards/edit-content.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadNote } from "../notes/load-notes.ts";
import { insist } from "../participants/insist.ts";
import type { AddClusterInput } from "./cluster-input.graphql.ts";

/** Adds a cluster at the end of its section and puts notes into it. */
export const addCluster = async (
  context: GraphQLContext,
  { boardId, translations, language, noteIds, ...input }: AddClusterInput,
): Promise<{ id: string; revision: number }> => {
  const notes = noteIds ?? [];
  const { result: id, revision } = await editContent(context, {
    boardId,
    action: "cluster.add",
    check: async (editing) => {
      for (const note of notes) await checkMove(context, editing, note);
    },
    apply: (editor, { board }) => {
      const cluster = editor.add("clusters", {
        ...given({ id: input.id ?? undefined, position: plain(input.position) ?? undefined }),
        section: input.section,
        name: input.name,
        language: language ?? board.language,
        translations: translationsByLanguage(translations ?? []),
      });
      for (const note of notes) editor.move("notes", note, { cluster });
      return cluster;
    },
  });
  return { id, revision };
};

const checkMove = async (
  context: GraphQLContext,
  { board, actor }: Editing,
  noteId: string,
): Promise<void> => {
  const { row } = await loadNote(context, board.id, noteId);
  const { state: boardState, editing } = board;
  const owns = row.createdBy === actor.participantId;
  insist(can("note.move", { role: actor.role, boardState, editing, owns }));
};
