import { isId } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import type { ItemAddressInput } from "./link.graphql.ts";

/** A citation that links an origin with its result, and which of both keeps it. */
export interface StandingLink {
  readonly citing: "origin" | "result";
  readonly field: string;
}

/** The citations between an origin and its result, whichever end keeps them, in one field where it is named. */
export const findStandingLinks = async (
  { em }: GraphQLContext,
  { from, to, field = null }: { from: ItemAddressInput; to: ItemAddressInput; field?: string | null },
): Promise<StandingLink[]> => {
  if (![from, to].every(({ boardId, id }) => isId(boardId) && isId(id))) return [];
  const ends = (one: ItemAddressInput, other: ItemAddressInput) => [
    one.boardId,
    storable(one.collection),
    one.id,
    other.boardId,
    storable(other.collection),
    other.id,
  ];
  const key = `(board, collection, item, target_board, target_collection, target) = (?, ?, ?, ?, ?, ?) and not pointer`;
  const links = await em.execute<StandingLink[]>(
    `select 'result' as citing, field from item_link where ${key} and not leads_on
      union all
     select 'origin' as citing, field from item_link where ${key} and leads_on
      order by citing desc, field`,
    [...ends(to, from), ...ends(from, to)],
  );
  return links.filter((link) => field === null || link.field === field);
};

/** What PostgreSQL cannot hold is nowhere. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
