import { can } from "@tavolo/schema";
import { inArchive } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { isArchived } from "./archived.ts";

/** Puts a board into the archive: it leaves the lists and can only be read; one that is there stays. */
export const archiveBoard = async (context: GraphQLContext, boardId: string): Promise<void> => {
  const { em, viewer, engine } = context;
  const { board, actor } = await findBoardActor(em, viewer, boardId);
  insist(can("board.archive", { role: actor.role }));
  if (!isArchived(board)) {
    await engine.changeArchive({ boardId: board.id, actor, archived: true, archivedWith: null });
  }
  readAfresh(context);
};

/** Takes a board back into use, frozen if it was frozen; its workshop has to be in use. */
export const restoreBoard = async (context: GraphQLContext, boardId: string): Promise<void> => {
  const { em, viewer, engine } = context;
  const { board, actor } = await findBoardActor(em, viewer, boardId);
  insist(can("board.archive", { role: actor.role }));
  if (isArchived(await em.findOneOrFail(WorkshopSchema, { id: board.workshop }))) {
    throw inArchive("The board’s workshop lies in the archive. Take the workshop back first.");
  }
  if (isArchived(board)) {
    await engine.changeArchive({ boardId: board.id, actor, archived: false, archivedWith: null });
  }
  readAfresh(context);
};
