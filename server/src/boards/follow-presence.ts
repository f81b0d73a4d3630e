import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { findBoardActor } from "../people/board-access.ts";
import { follow } from "./follow.ts";
import { stillAtBoard } from "./still-at-board.ts";
import type { Presence } from "./presence.graphql.ts";

/** Who has a board open: at once, then whenever it changes; somebody slow gets the latest, not every step. */
export const followPresence = async (
  context: GraphQLContext,
  boardId: string,
): Promise<AsyncIterable<Presence>> => {
  const { em, viewer, pubSub } = context;
  const { board } = await findBoardActor(em, viewer, boardId);
  return follow<Presence>({
    news: () => pubSub.subscribe("presence", board.id),
    read: async () => ({ items: [await presenceOn(context, board.id)], more: false }),
    before: () => stillAtBoard(context, board.id),
  });
};

const presenceOn = async (context: GraphQLContext, boardId: string): Promise<Presence> => {
  const own = new Set((await ownSeats(context)).map(({ id }) => id));
  return {
    participants: context.engine.presence(boardId).map(({ participantId, group, ...entry }) => ({
      ...entry,
      stakeholderGroup: group,
      isViewer: own.has(participantId),
    })),
  };
};
