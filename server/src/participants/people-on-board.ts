import { createHash } from "node:crypto";
import { can } from "@tavolo/schema";
import type { Board as BoardRow } from "../boards/board.entity.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readCursor, writeCursor } from "../graphql/cursor.ts";
import { pageSize, toPage } from "../graphql/load-page.ts";
import { workshopRole } from "../workshops/workshop.policy.ts";
import { authorOf } from "./author-on.ts";
import type { Author } from "./author.graphql.ts";
import { insist } from "./insist.ts";
import { seatsAtTable } from "./load-participants.ts";

const LIST = "people on a board";

/**
 * Everybody with a seat at a board, as its display policy shows them. Their order and their cursors come from
 * a digest: an id would tell when somebody joined and tie them to what else carries it.
 */
export const peopleOnBoard = async (
  context: GraphQLContext,
  board: BoardRow,
  page: PageArgs,
): Promise<Page<Author>> => {
  const workshop = { id: board.workshop, project: board.project };
  insist(can("participant.list", { role: await workshopRole(context, workshop) }));
  const first = pageSize(page);
  const [after] = page.after
    ? readCursor(LIST, page.after, ([key, ...more]) => isKey(key) && !more.length)
    : [];
  const seats = await context.loaders
    .of(seatsAtTable)
    .load({ project: board.project, workshop: board.workshop });
  const places = seats.map((seat) => ({ seat, key: digest(board.id, seat.id) })).sort(byKey);
  const entries = places
    .filter(({ key }) => after === undefined || key > String(after))
    .slice(0, first + 1)
    .map(async ({ seat, key }) => ({
      node: await authorOf(context, board, seat),
      cursor: writeCursor(LIST, [key]),
    }));
  return toPage({
    entries: await Promise.all(entries),
    first,
    hasPreviousPage: after !== undefined,
    totalCount: async () => seats.length,
  });
};

const digest = (boardId: string, seatId: string) =>
  createHash("sha256").update(`${boardId}/${seatId}`).digest("hex");
const isKey = (key: unknown) => typeof key === "string" && /^[0-9a-f]{64}$/.test(key);
const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
