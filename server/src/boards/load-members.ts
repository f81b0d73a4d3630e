import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { type BoardItem, BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { byRank } from "./board-item-list.ts";

/** Items of `collection` whose `field` points to the item `of`. */
interface Membership {
  readonly board: string;
  readonly collection: string;
  readonly field: string;
  readonly of: string;
}

const listOf = ({ board, collection, field }: Membership): string => `${board}/${collection}/${field}`;
const key = (membership: Membership): string => `${listOf(membership)}/${membership.of}`;

/** The members of all items of one list are read in one statement. */
const members = (em: EntityManager) =>
  new DataLoader<Membership, BoardItem[], string>(
    async (wanted) => {
      const found = new Map<string, BoardItem[]>();
      for (const group of Map.groupBy(wanted, listOf).values()) {
        const { board, collection, field } = group[0]!;
        const rows = await em.execute<object[]>(
          `select * from board_item
            where board = ? and collection = ? and not removed and content->>? in (?)`,
          [board, collection, field, group.map(({ of }) => of)],
        );
        for (const row of rows.map((raw) => em.map(BoardItemSchema, raw as never))) {
          const place = key({ board, collection, field, of: String(row.content[field]) });
          found.set(place, [...(found.get(place) ?? []), row]);
        }
      }
      return wanted.map((membership) => (found.get(key(membership)) ?? []).toSorted(byRank));
    },
    { cacheKeyFn: key },
  );

/** The items that belong to one, in their order, the bin left out. */
export const loadMembers = async (
  { loaders }: GraphQLContext,
  membership: Membership,
): Promise<BoardItem[]> => loaders.of(members).load(membership);
