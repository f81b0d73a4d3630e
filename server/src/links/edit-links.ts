import { addressKey, can, type LinkCopy } from "@tavolo/schema";
import { conditionOf } from "../archive/archived.ts";
import type { Board } from "../boards/board.entity.ts";
import { loadItem } from "../boards/load-item.ts";
import { itemNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import type { Item } from "../items/item.graphql.ts";
import { toItem } from "../kinds/kind-types.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { BoardActor } from "../sync/sync-engine.ts";
import type { ItemAddressInput } from "./link.graphql.ts";

/** An item that is to be linked, and as whom the viewer is at its board. */
export interface LinkingEnd {
  readonly board: Board;
  readonly actor: BoardActor;
  readonly item: Item;
}

/** An end of a link that the viewer sees, as everything reads it that was acknowledged. */
export const findEnd = async (
  context: GraphQLContext,
  { boardId, collection, id }: ItemAddressInput,
): Promise<LinkingEnd> => {
  const { board, actor } = await findBoardActor(context.em, context.viewer, boardId);
  await context.engine.caughtUp(board.id);
  const row = await loadItem(context, { board: board.id, collection, id });
  if (!row) throw itemNotFound(id);
  return { board, actor, item: toItem(board.kind, row) };
};

/** Refuses who may not edit an item for its board’s state or their role; whose it is the engine asks. */
export const insistOnEditing = ({ board, actor, item }: LinkingEnd): void => {
  insist(
    can(`${item.definition.item}.edit`, {
      role: actor.role,
      boardState: conditionOf(board),
      editing: board.editing,
      owns: true,
    }),
    board.stateReason,
  );
};

/** Sets or takes away links in fields of one item; answers the item and the revision that holds the change. */
export const editLinks = async (
  context: GraphQLContext,
  { board, actor, item }: LinkingEnd,
  links: readonly { readonly field: string; readonly to: ItemAddressInput; readonly copy: LinkCopy | null }[],
): Promise<{ citing: Item; revision: number }> => {
  const { collection, id } = item;
  try {
    const { revision } = await context.engine.edit({
      boardId: board.id,
      actor,
      apply: (editor) => {
        for (const { field, to, copy } of links) {
          const key = addressKey({ board: to.boardId, collection: to.collection, item: to.id });
          editor.set(collection, id, { [field]: { [key]: copy } });
        }
      },
    });
    readAfresh(context);
    const row = await loadItem(context, { board: board.id, collection, id });
    return { citing: row ? toItem(board.kind, row) : item, revision };
  } finally {
    readAfresh(context);
  }
};
