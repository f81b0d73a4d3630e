import { type BoardDefinition, linksOfItem } from "@tavolo/schema";
import type { ItemContent } from "./board-item.entity.ts";
import type { ItemLink } from "./item-link.entity.ts";

/** What an item states, as rows without their project; none where its collection is not known. */
export const linkRows = (
  definition: BoardDefinition,
  { board, collection, content }: { board: string; collection: string; content: ItemContent },
): Omit<ItemLink, "project">[] =>
  linksOfItem(definition, collection, content).map(({ field, leadsOn, pointer, target, copy }) => ({
    board,
    collection,
    item: content.id,
    field,
    targetBoard: target.board ?? board,
    targetCollection: target.collection,
    target: target.item,
    leadsOn,
    pointer,
    kind: copy?.kind ?? definition.kind,
    text: copy?.text ?? "",
  }));
