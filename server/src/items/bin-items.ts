import { boardById } from "../boards/board-by-id.ts";
import { boardNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { toItem } from "../kinds/kind-types.ts";
import type { ItemsPayload, RemoveItemsInput } from "./item-rows.graphql.ts";
import { rowsWritten } from "./rows-written.ts";
import { writeRows } from "./write-rows.ts";

/** Puts items of any kind into the bin, or takes them back. */
export const binItems = async (
  context: GraphQLContext,
  verb: "remove" | "restore",
  { boardId, collection, ids, idempotencyKey }: RemoveItemsInput,
): Promise<ItemsPayload> => {
  const written = await writeRows(context, {
    mutation: `${verb}Items`,
    boardId,
    kind: null,
    collection,
    verb,
    rows: ids,
    idempotencyKey,
    prepare: (id) => id,
    apply: (editor, id) => {
      editor[verb](collection, id);
      return id;
    },
  });
  const board = await context.loaders.of(boardById).load(written.boardId);
  if (!board) throw boardNotFound(boardId);
  return rowsWritten(context, written, (row) => toItem(board.kind, row));
};
