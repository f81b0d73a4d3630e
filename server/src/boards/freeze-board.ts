import { can } from "@tavolo/schema";
import { conditionOf } from "../archive/archived.ts";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { FreezeBoardInput } from "./board.graphql.ts";

/** Freezes a board with a reason. */
export const freezeBoard = async (context: GraphQLContext, input: FreezeBoardInput): Promise<void> => {
  const { em, viewer, engine } = context;
  const { board, actor } = await findBoardActor(em, viewer, input.boardId);
  insist(can("board.freeze", { role: actor.role, boardState: conditionOf(board) }), board.stateReason);
  const reason = checkedText("reason", input.reason, textLimits.reason);
  await engine.changeState({ boardId: board.id, actor, state: "frozen", reason });
  readAfresh(context);
};
