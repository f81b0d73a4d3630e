import { authorAs } from "@tavolo/schema";
import type { Board as BoardRow } from "../boards/board.entity.ts";
import { boardById } from "../boards/board-by-id.ts";
import { boardNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { Author } from "./author.graphql.ts";
import { groupsAtTable } from "./groups-at-table.ts";
import { participantById } from "./load-participants.ts";
import { isOwnSeat } from "./own-seats.ts";
import type { Participant } from "./participant.entity.ts";

/** Someone as a board’s display policy shows them to everyone; that it is oneself is no secret to oneself. */
export const authorOf = async (
  context: GraphQLContext,
  board: Pick<BoardRow, "display" | "project" | "workshop">,
  participant: Pick<Participant, "id" | "displayName" | "stakeholderGroup">,
): Promise<Author> => {
  const { project, workshop } = board;
  const groups = await context.loaders.of(groupsAtTable).load({ project, workshop });
  const { displayName, group } = authorAs(
    board.display,
    { displayName: participant.displayName, stakeholderGroup: participant.stakeholderGroup ?? null },
    groups,
  );
  return { displayName, stakeholderGroup: group, isViewer: await isOwnSeat(context, participant.id) };
};

/** The author of something on a board; nothing is known of what has no author. */
export const authorOn = async (
  context: GraphQLContext,
  boardId: string,
  participantId: string | null | undefined,
): Promise<Author> => {
  const board = await context.loaders.of(boardById).load(boardId);
  if (!board) throw boardNotFound(boardId);
  // Who it is and what their table shows are read side by side.
  const [participant] = await Promise.all([
    participantId ? context.loaders.of(participantById).load(participantId) : null,
    participantId ? context.loaders.of(groupsAtTable).load(board) : null,
  ]);
  if (!participant || participant.withdrawnAt)
    return { displayName: null, stakeholderGroup: null, isViewer: false };
  return authorOf(context, board, participant);
};
