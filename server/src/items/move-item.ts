import { given } from "../boards/edit-content.ts";
import { boardById } from "../boards/board-by-id.ts";
import { boardNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { toItem } from "../kinds/kind-types.ts";
import type { ItemPayload, MoveItemInput } from "./item-rows.graphql.ts";
import { itemWritten } from "./rows-written.ts";
import { writeRows } from "./write-rows.ts";

/** Moves an item of any kind to another section or place. */
export const moveItem = async (
  context: GraphQLContext,
  { boardId, collection, id, section, beforeId, afterId }: MoveItemInput,
): Promise<ItemPayload> => {
  const written = await writeRows(context, {
    mutation: "moveItem",
    boardId,
    kind: null,
    collection,
    verb: "move",
    rows: [given({ section: section ?? undefined, before: beforeId, after: afterId })],
    alone: true,
    prepare: (to) => to,
    apply: (editor, to) => {
      editor.move(collection, id, to);
      return id;
    },
  });
  const board = await context.loaders.of(boardById).load(written.boardId);
  if (!board) throw boardNotFound(boardId);
  return itemWritten(context, written, (row) => toItem(board.kind, row));
};
