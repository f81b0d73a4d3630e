import { can } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor, findWorkshopActor } from "../people/board-access.ts";
import { holdWorkshop } from "../workshops/hold-workshop.ts";
import { BoardSchema } from "./board.entity.ts";
import type { MoveBoardInput } from "./board.graphql.ts";

/**
 * Moves a board to another workshop of its project, for a moderator of both. Who sits at the new one sees it from
 * then on, who sat only at the old one no longer does: everybody who has it open is checked anew.
 */
export const moveBoard = async (context: GraphQLContext, input: MoveBoardInput): Promise<void> => {
  const { em, viewer, engine } = context;
  const { board, actor } = await findBoardActor(em, viewer, input.boardId);
  insist(can("board.move", { role: actor.role, archived: isArchived(board) }));
  const { workshop, actor: there } = await findWorkshopActor(em, viewer, input.workshopId);
  insist(can("board.create", { role: there.role, archived: isArchived(workshop) }));
  if (workshop.project !== board.project) {
    throw invalidValue("workshopId", "A board moves within its project; copy it to take it to another.");
  }
  await em.transactional(async (tx) => {
    await holdWorkshop(tx, workshop.id);
    await tx.nativeUpdate(BoardSchema, { id: board.id }, { workshop: workshop.id });
  });
  engine.recheck(board.id);
  context.pubSub.publish("boards", board.project, "changed");
  readAfresh(context);
};
