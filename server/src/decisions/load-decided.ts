import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { type DecidedItem, DecidedItemSchema } from "../sync/decisions/decided-item.entity.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";

type Key = Pick<DecidedItem, "board" | "collection" | "item">;

const listOf = ({ board, collection }: Key): string => `${board}/${collection}`;
const text = (key: Key): string => `${listOf(key)}/${key.item}`;

/** What is decided about all items of one list is read in one statement. */
const decidedByKey = (em: EntityManager) =>
  new DataLoader<Key, DecidedItem | null, string>(
    async (keys) => {
      const rows = await em.find(DecidedItemSchema, {
        $or: [...Map.groupBy(keys, listOf).values()].map((group) => ({
          board: group[0]!.board,
          collection: group[0]!.collection,
          item: { $in: group.map(({ item }) => item) },
        })),
      });
      const found = new Map(rows.map((row) => [text(row), row]));
      return keys.map((key) => found.get(text(key)) ?? null);
    },
    { cacheKeyFn: text },
  );

/** What was decided about an item; null as long as that is nothing. */
export const loadDecided = async (
  { loaders }: GraphQLContext,
  { board, collection, id }: Pick<BoardItem, "board" | "collection" | "id">,
): Promise<DecidedItem | null> => loaders.of(decidedByKey).load({ board, collection, item: id });
