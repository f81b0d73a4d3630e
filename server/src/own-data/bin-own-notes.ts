import { can } from "@tavolo/schema";
import { TavoloError } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findBoardActor } from "../people/board-access.ts";
import { BoardItemSchema } from "../sync/projection/board-item.entity.ts";

/**
 * Puts all notes of some seats into the bins of their boards, by the same path as any edit; answers how many.
 * Notes on frozen boards stay, and those on boards where their writer may not write any more.
 */
export const binOwnNotes = async (context: GraphQLContext, seatIds: readonly string[]): Promise<number> => {
  const { em, viewer, engine } = context;
  const notes = await em.find(BoardItemSchema, {
    createdBy: { $in: [...seatIds] },
    collection: "notes",
    removed: false,
  });
  let binned = 0;
  for (const [boardId, own] of Map.groupBy(notes, ({ board }) => board)) {
    try {
      const { board, actor } = await findBoardActor(em, viewer, boardId);
      const { state: boardState, editing } = board;
      if (!can("note.remove", { role: actor.role, boardState, editing, owns: true }).allowed) continue;
      await engine.edit({
        boardId,
        actor,
        apply: (editor) => {
          for (const { id } of own) editor.remove("notes", id);
        },
      });
      binned += own.length;
    } catch (error) {
      // The board was closed to them, or frozen a moment ago: what stays there loses its name all the same.
      if (!(error instanceof TavoloError)) throw error;
    }
  }
  return binned;
};
