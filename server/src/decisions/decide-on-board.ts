import { type Action, can, isId } from "@tavolo/schema";
import { conditionOf } from "../archive/archived.ts";
import type { Board } from "../boards/board.entity.ts";
import { invalidValue, itemNotFound } from "../errors.ts";
import { checkedOptional, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor, type Seated } from "../people/board-access.ts";
import type { Judge } from "../sync/decisions/judged-item.ts";
import { areIndicators } from "./indicator-agreement.ts";

interface Place {
  readonly boardId: string;
  readonly collection: string;
  readonly itemId: string;
}

/** Decides about an item as the policy table allows; answers the board’s revision that holds it. */
export const decideOnBoard = async (
  context: GraphQLContext,
  { boardId, collection, itemId }: Place,
  action: Extract<Action, `item.${string}`>,
  prepare: (at: Seated & { board: Board }) => Judge | Promise<Judge>,
): Promise<number> => {
  const { em, viewer, engine } = context;
  const at = await findBoardActor(em, viewer, boardId);
  const { board, actor } = at;
  insist(can(action, { role: actor.role, boardState: conditionOf(board) }), board.stateReason);
  if (!isId(itemId)) throw itemNotFound(itemId);
  const judge = await prepare(at);
  const place = { collection, item: itemId };
  try {
    return (await engine.decideItem({ boardId: board.id, actor, place, judge })).revision;
  } finally {
    readAfresh(context);
  }
};

/** Throws INVALID_VALUE where the items are no indicators. */
export const insistOnIndicators = (kind: string, collection: string): void => {
  if (!areIndicators(kind, collection))
    throw invalidValue("collection", "Both sides agree on indicators; other items have no such life.");
};

/** The reason as it is kept: empty where none was given. */
export const reasonOf = ({ reason }: { reason?: string | null }): string =>
  checkedOptional("reason", reason, textLimits.reason) ?? "";
