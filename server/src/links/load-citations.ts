import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { sql } from "../graphql/sql.ts";
import { type ItemScope, itemScope } from "../items/item-scope.ts";
import { type Citations, TraceLink } from "./link.graphql.ts";
import { citing, type FoundLink, type LinkedItem, linkOrder } from "./links-from.ts";

/** As many as a warning names. */
const FIRST_FEW = 3;

interface Request {
  readonly item: LinkedItem;
  readonly scope: ItemScope;
}

/** What cites an item and does not lie in the bin itself; structure, such as a note in its group, is no citation. */
export const citationsOf = async (context: GraphQLContext, item: LinkedItem): Promise<Citations> =>
  context.loaders.of(citations).load({ item, scope: await itemScope(context, null) });

const citations = (em: EntityManager) =>
  new DataLoader<Request, Citations, string>(
    async (requests) => {
      const { scope } = requests[0]!;
      const items = requests.map(({ item }) => item);
      const standing = sql`not link.pointer and not exists (
        select from board_item item
         where item.board = link.board and item.collection = link.collection and item.id = link.item and item.removed)`;
      const { text, values } = sql`
        select * from (
          select link.*, row_number() over (partition by own order by ${{ text: linkOrder, values: [] }}) as named,
                 cast(count(*) over (partition by own) as int) as total
            from (${citing(items, scope, standing)}) link
        ) numbered where named <= ${FIRST_FEW} order by named`;
      const rows = await em.execute<(FoundLink & { total: number })[]>(text, [...values]);
      const found = Map.groupBy(rows, ({ own }) => own);
      return requests.map((_request, own) => {
        const links = found.get(own) ?? [];
        return { total: links[0]?.total ?? 0, links: links.map((link) => new TraceLink(link)) };
      });
    },
    { cacheKeyFn: ({ item: { board, collection, id } }) => `${board}/${collection}/${id}` },
  );
