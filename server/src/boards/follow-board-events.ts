import type { EntityManager } from "../database/entity-manager.ts";
import { cursorExpired, invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findBoardActor } from "../people/board-access.ts";
import { type BoardEvent as EventRow, BoardEventSchema } from "../sync/projection/board-event.entity.ts";
import type { BoardEvent } from "./board-event.graphql.ts";
import { stillAtBoard } from "./still-at-board.ts";
import { toBoardEvent } from "./to-board-event.ts";
import { follow } from "./follow.ts";

/** How many events one statement reads when somebody catches up. */
const BATCH = 200;

/**
 * The events of a board behind `after` and then those to come, in order, each once: they are always read by
 * their number, live news only tells when. The right to see them is looked at anew for each.
 */
export const followBoardEvents = async (
  context: GraphQLContext,
  { boardId, after }: { boardId: string; after?: number | null },
): Promise<AsyncIterable<BoardEvent>> => {
  const { em, viewer, pubSub } = context;
  const { board } = await findBoardActor(em, viewer, boardId);
  if (typeof after === "number") await checkAfter(em, board.id, after, board.eventNumber);
  let last = after ?? board.eventNumber;
  return follow<BoardEvent>({
    news: () => pubSub.subscribe("boardEvents", board.id),
    read: async () => {
      const rows = await eventsBehind(em, board.id, last);
      last = rows.at(-1)?.number ?? last;
      return { items: rows.map(toBoardEvent), more: rows.length === BATCH };
    },
    before: () => stillAtBoard(context, board.id),
  });
};

const eventsBehind = (em: EntityManager, board: string, number: number): Promise<EventRow[]> =>
  em.find(
    BoardEventSchema,
    { board, number: { $gt: number } },
    { orderBy: { number: "asc" }, limit: BATCH, disableIdentityMap: true },
  );

const checkAfter = async (
  em: EntityManager,
  board: string,
  after: number,
  lastNumber: number,
): Promise<void> => {
  if (after < 0 || after > lastNumber) {
    throw invalidValue("after", `This board’s events have the numbers up to ${lastNumber}.`);
  }
  if (after === lastNumber) return;
  const [kept] = await eventsBehind(em, board, after);
  if (kept?.number !== after + 1) throw cursorExpired();
};
