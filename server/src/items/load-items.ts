import { boardById } from "../boards/board-by-id.ts";
import type { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readCursor, writeCursor } from "../graphql/cursor.ts";
import { cutPage, pageSize } from "../graphql/load-page.ts";
import { insistSomeone } from "../participants/insist.ts";
import { toItem } from "../kinds/kind-types.ts";
import type { ItemConnection } from "./item-connection.graphql.ts";
import type { ItemFilter } from "./item-filter.graphql.ts";
import { findItems } from "./find-items.ts";
import { itemScope } from "./item-scope.ts";
import { itemConditions } from "./item-conditions.ts";
import { isPlace, placeOf } from "./item-place.ts";

const LIST = "items";

/** A page of the items of all boards that the viewer sees, last changed first; one statement, however many boards. */
export const loadItems = async (
  context: GraphQLContext,
  page: PageArgs,
  filter: ItemFilter,
): Promise<ItemConnection> => {
  insistSomeone(context.viewer);
  const first = pageSize(page);
  const after = page.after ? readCursor(LIST, page.after, isPlace) : null;
  const scope = await itemScope(context, filter.project);
  const rows = await findItems(context.em, {
    scope,
    where: await itemConditions(context, scope, filter),
    after,
    // One more than the page, to know whether another follows.
    limit: first + 1,
  });
  for (const { board } of rows) context.loaders.of(boardById).prime(board.id, board);
  return cutPage({
    entries: rows.map(({ item, board }) => ({
      node: toItem(board.kind, item),
      cursor: writeCursor(LIST, placeOf(item)),
    })),
    first,
    hasPreviousPage: after !== null,
  });
};
