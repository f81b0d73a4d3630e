import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { type List, loadPage } from "../graphql/load-page.ts";
import { sql } from "../graphql/sql.ts";
import { type LoggedDecision, LoggedDecisionSchema } from "../sync/decisions/logged-decision.entity.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import { ItemDecision } from "./item-decision.graphql.ts";

const history: List<LoggedDecision> = {
  name: "decisions about an item",
  entity: LoggedDecisionSchema,
  table: "item_decision",
  parent: "item",
  order: ["item_decision.seq"],
  keyOf: ({ seq }) => [seq],
  isKey: ([seq, ...more]) => Number.isInteger(seq) && more.length === 0,
  bind: ([seq]) => sql`cast(${seq} as int)`,
};

/** A page of what was decided about an item, oldest first. */
export const decisionsOfItem = (
  context: GraphQLContext,
  { board, collection, id }: Pick<BoardItem, "board" | "collection" | "id">,
  page: PageArgs,
): Promise<Page<ItemDecision>> =>
  loadPage(context, history, id, page, (row) => new ItemDecision(row), [
    sql`board = ${board}`,
    sql`collection = ${collection}`,
  ]);
