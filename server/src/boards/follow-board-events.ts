import { cursorExpired, invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { Board } from "./board.entity.ts";
import type { BoardEvent } from "./board-event.graphql.ts";
import { follow } from "./follow.ts";
import { EVENT_BATCH, readEvents } from "./read-events.ts";
import { stillAtBoard } from "./still-at-board.ts";
import { eventKind, toBoardEvent } from "./to-board-event.ts";

export interface FollowedEvents {
  boardId: string;
  after?: number | null;
  types?: readonly string[] | null;
}

/**
 * The events of a board behind `after` and then those to come, in order, each once: they are always read by
 * their number, live news only tells when. The right to see them is looked at anew for each.
 */
export const followBoardEvents = async (
  context: GraphQLContext,
  { boardId, after, types }: FollowedEvents,
): Promise<AsyncIterable<BoardEvent>> => {
  const { em, viewer, pubSub, access } = context;
  const { board } = await findBoardActor(em, viewer, boardId);
  if (typeof after === "number") await checkAfter(context, board, after);
  const { id, kind } = board;
  const wanted = types && new Set(types);
  let last = after ?? board.eventNumber;
  return follow<BoardEvent>({
    news: () => pubSub.subscribe("boardEvents", id),
    read: async () => {
      const rows = await readEvents(em, id, last);
      last = rows.at(-1)?.number ?? last;
      const items = rows
        .filter((row) => !wanted || wanted.has(eventKind(kind, row)))
        .map((row) => toBoardEvent(kind, row));
      return { items, more: rows.length === EVENT_BATCH };
    },
    rights: (changed) => access.watch(viewer, changed),
    before: () => stillAtBoard(context, id),
  });
};

const checkAfter = async ({ em }: GraphQLContext, board: Board, after: number): Promise<void> => {
  if (after < 0 || after > board.eventNumber) {
    throw invalidValue("after", `This board’s events have the numbers up to ${board.eventNumber}.`);
  }
  if (after === board.eventNumber) return;
  const [kept] = await readEvents(em, board.id, after);
  if (kept?.number !== after + 1) throw cursorExpired();
};
