import { type BoardDisplay, can } from "@tavolo/schema";
import { conditionOf } from "../archive/archived.ts";
import { forbidden } from "../errors.ts";
import { changedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import { BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { type Board, BoardSchema } from "./board.entity.ts";
import type { UpdateBoardInput } from "./board.graphql.ts";

/** How much each policy tells about writers, least first. */
const openness: Record<BoardDisplay, number> = { anonymous: 0, group: 1, named: 2 };

/** Changes what is given of a board’s title and policy; the rest stays. */
export const updateBoard = async (context: GraphQLContext, input: UpdateBoardInput): Promise<void> => {
  const { em, viewer, engine } = context;
  const { board, actor } = await findBoardActor(em, viewer, input.id);
  insist(can("board.update", { role: actor.role, boardState: conditionOf(board) }), board.stateReason);
  const { title: text, translations } = input;
  const title = changedText("title", board.title, board.language, { text, translations }, textLimits.name);
  const editing = input.editing ?? undefined;
  const display = input.display ?? undefined;
  if (display) await keepPromise(context, board, display);
  if (editing || display) await engine.changePolicy({ boardId: board.id, actor, editing, display });
  await em.nativeUpdate(BoardSchema, { id: board.id }, { title });
  context.pubSub.publish("boards", board.project, "changed");
  readAfresh(context);
};

/** Whoever wrote under a policy was promised that no more would be shown. */
const keepPromise = async ({ em }: GraphQLContext, board: Board, display: BoardDisplay): Promise<void> => {
  if (openness[display] <= openness[board.display as BoardDisplay]) return;
  if ((await em.count(BoardItemSchema, { board: board.id })) > 0) {
    throw forbidden("People have written here on the promise that no more would be shown of them than now.");
  }
};
