import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { BoardCounts } from "./board.graphql.ts";

interface Count {
  readonly board: string;
  readonly collection: string;
  readonly section: string | null;
  readonly total: number;
}

const countsByBoard = (em: EntityManager) =>
  new DataLoader<string, Count[]>(async (boards) => {
    const rows = await em.execute<Count[]>(
      `select board, collection, section, cast(count(*) as int) as total
         from board_item where board in (?) and not removed group by 1, 2, 3`,
      [boards],
    );
    const found = Map.groupBy(rows, ({ board }) => board);
    return boards.map((board) => found.get(board) ?? []);
  });

const sum = (counts: readonly Count[]) => counts.reduce((all, { total }) => all + total, 0);

/** How many notes, clusters and items of any sort a board has, the bin left out. */
export const countsOfBoard = async ({ loaders }: GraphQLContext, board: string): Promise<BoardCounts> => {
  const counts = await loaders.of(countsByBoard).load(board);
  const { notes = [], clusters = [] } = Object.groupBy(counts, ({ collection }) => collection);
  return { notes: sum(notes), clusters: sum(clusters), items: sum(counts) };
};

/** How many notes a section of a board has, the bin left out. */
export const notesInSection = async (
  { loaders }: GraphQLContext,
  board: string,
  section: string,
): Promise<number> => {
  const counts = await loaders.of(countsByBoard).load(board);
  return sum(counts.filter((count) => count.collection === "notes" && count.section === section));
};

/** How many items of any sort a section of a board has, the bin left out. */
export const itemsInSection = async (
  { loaders }: GraphQLContext,
  board: string,
  section: string,
): Promise<number> =>
  sum((await loaders.of(countsByBoard).load(board)).filter((count) => count.section === section));
