import { TavoloError } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findBoardActor } from "../people/board-access.ts";
import { editLinks, findEnd, insistOnEditing } from "./edit-links.ts";
import { findStandingLinks } from "./find-standing-links.ts";
import type { LinkPayload, UnlinkItemsInput } from "./link-input.graphql.ts";

/**
 * Takes away what links two items, as an edit of the end that keeps it; the other may be gone or hidden. What is kept on
 * a board that the viewer does not see is nothing to them.
 */
export const unlinkItems = async (
  context: GraphQLContext,
  { from, to, field = null }: UnlinkItemsInput,
): Promise<LinkPayload> => {
  const seen = { origin: await sees(context, from.boardId), result: await sees(context, to.boardId) };
  // Throws as for any board that is not there.
  if (!seen.origin && !seen.result) await findBoardActor(context.em, context.viewer, from.boardId);
  const standing = (await findStandingLinks(context, { from, to, field })).filter(
    ({ citing }) => seen[citing],
  );
  const [link] = standing;
  if (!link) return { citing: null, field: null, changed: false, revision: null };
  const [own, other] = link.citing === "result" ? [to, from] : [from, to];
  const citing = await findEnd(context, own);
  insistOnEditing(citing);
  const edited = await editLinks(
    context,
    citing,
    standing
      .filter((one) => one.citing === link.citing)
      .map((one) => ({ field: one.field, to: other, copy: null })),
  );
  return { ...edited, field: link.field, changed: true };
};

/** Brings the rows of a board up to date, where the viewer sits at it. */
const sees = async (context: GraphQLContext, boardId: string): Promise<boolean> => {
  try {
    const { board } = await findBoardActor(context.em, context.viewer, boardId);
    await context.engine.caughtUp(board.id);
    return true;
  } catch (error) {
    if (error instanceof TavoloError && error.code === "BOARD_NOT_FOUND") return false;
    throw error;
  }
};
