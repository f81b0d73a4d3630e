import { linkText, titleOfItem } from "@tavolo/schema";
import { boardById } from "../boards/board-by-id.ts";
import { loadItem } from "../boards/load-item.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { Item } from "../items/item.graphql.ts";
import { toItem } from "../kinds/kind-types.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import type { LinkEndState } from "./link.graphql.ts";
import type { FoundLink } from "./links-from.ts";

export interface LinkEnd {
  readonly state: LinkEndState;
  readonly item: Item | null;
}

/** The other end of a link as the viewer finds it: who does not sit at its board is not told how it is. */
export const linkEnd = async (
  context: GraphQLContext,
  { boardId, collection, id }: FoundLink,
): Promise<LinkEnd> => {
  const board = await context.loaders.of(boardById).load(boardId);
  if (!board) return { state: "gone", item: null };
  if (!(await ownSeatAtWorkshop(context, { id: board.workshop, project: board.project })))
    return { state: "hidden", item: null };
  const row = await loadItem(context, { board: boardId, collection, id });
  if (!row) return { state: "gone", item: null };
  return { state: row.removed ? "removed" : "live", item: toItem(board.kind, row) };
};

/** What is to be read of the other end: what was kept of it, else what it is called by now, as far as it is seen. */
export const textOfEnd = ({ cites, text }: FoundLink, { item }: LinkEnd): string => {
  if (cites && text !== "") return text;
  return item ? linkText(titleOfItem(item.definition, item.row.content)) : "";
};
