import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { PresenceEntry } from "../sync/sync-engine.ts";
import { follow } from "./follow.ts";
import type { Presence } from "./presence.graphql.ts";
import { stillAtBoard } from "./still-at-board.ts";

/**
 * Who has a board open: at once, then whenever it changes; somebody slow gets the latest, not every step. Carets
 * move twenty times a second and change nothing of what is told here, so they cost nothing here.
 */
export const followPresence = async (
  context: GraphQLContext,
  boardId: string,
): Promise<AsyncIterable<Presence>> => {
  const { em, viewer, pubSub, engine, access } = context;
  const { board } = await findBoardActor(em, viewer, boardId);
  const own = new Set((await ownSeats(context)).map(({ id }) => id));
  let told = "";
  return follow<Presence>({
    news: () => pubSub.subscribe("presence", board.id),
    read: async () => {
      const presence = shown(engine.presence(board.id), own);
      const telling = JSON.stringify(presence);
      if (telling === told) return { items: [], more: false };
      told = telling;
      return { items: [presence], more: false };
    },
    rights: (changed) => access.watch(viewer, changed),
    before: () => stillAtBoard(context, board.id),
  });
};

const shown = (entries: readonly PresenceEntry[], own: ReadonlySet<string>): Presence => ({
  participants: entries.map(({ presenceId, participantId, displayName, group, colour, editing }) => ({
    presenceId,
    displayName,
    stakeholderGroup: group,
    colour,
    editing,
    isViewer: own.has(participantId),
  })),
});
