import type { StakeholderGroup } from "@tavolo/schema";
import { boardById } from "../boards/board-by-id.ts";
import { boardNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { authorOf } from "../participants/author-on.ts";
import type { Author } from "../participants/author.graphql.ts";
import { participantById } from "../participants/load-participants.ts";

/**
 * Who spoke, with the group they spoke for then, as the board’s display policy shows them. Of somebody who withdrew
 * the group is left and no name.
 */
export const voiceAuthor = async (
  context: GraphQLContext,
  boardId: string,
  {
    participant: id,
    group,
  }: { readonly participant: string | null; readonly group: StakeholderGroup | null },
): Promise<Author> => {
  const [board, participant] = await Promise.all([
    context.loaders.of(boardById).load(boardId),
    id ? context.loaders.of(participantById).load(id) : null,
  ]);
  if (!board) throw boardNotFound(boardId);
  if (!participant) return { displayName: null, stakeholderGroup: null, isViewer: false };
  const author = await authorOf(context, board, {
    id: participant.id,
    displayName: participant.displayName,
    stakeholderGroup: group,
  });
  if (!participant.withdrawnAt) return author;
  const { stakeholderGroup, isViewer } = author;
  return { displayName: null, stakeholderGroup, isViewer };
};

/** The organisation that a voice is for: told where the board shows names, and not of somebody who withdrew. */
export const shownOrganisation = async (
  { loaders }: GraphQLContext,
  boardId: string,
  {
    participant: id,
    organisation,
  }: { readonly participant: string | null; readonly organisation: string | null },
): Promise<string | null> => {
  const board = await loaders.of(boardById).load(boardId);
  const participant = id ? await loaders.of(participantById).load(id) : null;
  return board?.display === "named" && participant && !participant.withdrawnAt ? organisation : null;
};
