import { isId } from "@tavolo/schema";
import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { type BoardItem, BoardItemSchema } from "../sync/projection/board-item.entity.ts";

interface ItemKey {
  readonly board: string;
  readonly collection: string;
  readonly id: string;
}

const text = ({ board, collection, id }: ItemKey) => `${board}/${collection}/${id}`;

/** Ids are unique on their board only: a frozen copy holds the same notes. */
const itemByKey = (em: EntityManager) =>
  new DataLoader<ItemKey, BoardItem | null, string>(
    async (keys) => {
      const groups = Map.groupBy(keys, ({ board, collection }) => `${board}/${collection}`);
      const rows = await em.find(BoardItemSchema, {
        $or: [...groups.values()].flatMap(([first, ...more]) =>
          first
            ? {
                board: first.board,
                collection: first.collection,
                id: { $in: [first, ...more].map(({ id }) => id) },
              }
            : [],
        ),
      });
      const found = new Map(rows.map((row) => [text(row), row]));
      return keys.map((key) => found.get(text(key)) ?? null);
    },
    { cacheKeyFn: text },
  );

/** One item of a board as it was last projected. */
export const loadItem = async ({ loaders }: GraphQLContext, key: ItemKey): Promise<BoardItem | null> =>
  isId(key.id) ? loaders.of(itemByKey).load(key) : null;
