import { can } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { ReopenBoardInput } from "./board.graphql.ts";

/** Opens a frozen board again, with a reason; an open one stays as it is. */
export const reopenBoard = async (context: GraphQLContext, input: ReopenBoardInput): Promise<void> => {
  const { em, viewer, engine } = context;
  const { board, actor } = await findBoardActor(em, viewer, input.boardId);
  insist(can("board.reopen", { role: actor.role, archived: isArchived(board) }));
  const reason = checkedText("reason", input.reason, textLimits.reason);
  await engine.changeState({ boardId: board.id, actor, state: "open", reason });
  readAfresh(context);
};
