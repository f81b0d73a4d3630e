import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findBoardActor } from "../people/board-access.ts";
import { BoardSchema } from "./board.entity.ts";
import type { BoardViewer } from "./board.graphql.ts";
import { boardViewer } from "./board-viewer.ts";
import { follow } from "./follow.ts";
import { stillAtBoard } from "./still-at-board.ts";

/** What the viewer may do on a board: at once, and again whenever their role or the board’s state changes it. */
export const followBoardViewer = async (
  context: GraphQLContext,
  boardId: string,
): Promise<AsyncIterable<BoardViewer>> => {
  const { em, viewer, pubSub, access } = context;
  const { board } = await findBoardActor(em, viewer, boardId);
  let told = "";
  return follow<BoardViewer>({
    news: () => pubSub.subscribe("boardEvents", board.id),
    rights: (changed) => access.watch(viewer, changed),
    before: () => stillAtBoard(context, board.id),
    read: async () => {
      readAfresh(context);
      const now = await boardViewer(context, await context.em.findOneOrFail(BoardSchema, board.id));
      const telling = JSON.stringify(now);
      if (telling === told) return { items: [], more: false };
      told = telling;
      return { items: [now], more: false };
    },
  });
};
