import { loadItem } from "../boards/load-item.ts";
import { itemNotFound, type ErrorCode } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import type { Item } from "./item.graphql.ts";
import type { ItemsPayload } from "./item-rows.graphql.ts";
import type { WrittenRows } from "./write-rows.ts";

/** What became of rows, with their items as they are now: read in one statement. */
export const rowsWritten = async (
  context: GraphQLContext,
  { boardId: board, collection, rows, revision }: WrittenRows,
  toItem: (row: BoardItem) => Item,
): Promise<ItemsPayload> => {
  const items = await Promise.all(
    rows.map(async ({ id }) => (id === null ? null : loadItem(context, { board, collection, id }))),
  );
  return {
    rows: rows.map(({ error }, index) => {
      const item = items[index];
      return {
        index,
        item: item ? toItem(item) : null,
        error: error && { ...error, code: error.code as ErrorCode },
      };
    }),
    revision,
  };
};

/** The item of a call that wrote one. */
export const itemWritten = async <Written>(
  context: GraphQLContext,
  { boardId: board, collection, rows: [only], revision }: WrittenRows,
  toItem: (row: BoardItem) => Written,
): Promise<{ item: Written; revision: number }> => {
  const id = only?.id ?? "";
  const row = await loadItem(context, { board, collection, id });
  if (!row) throw itemNotFound(id);
  return { item: toItem(row), revision };
};
