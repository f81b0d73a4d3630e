import {
  addressKey,
  boardKinds,
  isId,
  type LinkCopy,
  linkText,
  type LinksField,
  textsOfItem,
} from "@tavolo/schema";
import { boardById } from "../boards/board-by-id.ts";
import { loadItem } from "../boards/load-item.ts";
import { invalidValue, unknownReference } from "../errors.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import type { Giving } from "./input-shapes.ts";
import type { ItemLinkInput } from "./value-inputs.graphql.ts";

/**
 * Links as they are given by address, with what their targets say. Throws UNKNOWN_REFERENCE for a target that is not
 * there or not the viewer’s to see, alike.
 */
export const takeLinks = async (
  links: readonly ItemLinkInput[],
  giving: Giving,
): Promise<Record<string, LinkCopy | null>> =>
  Object.fromEntries(
    await Promise.all(
      links.map(
        async (link) => [addressKey(link), link.remove ? null : await targetOf(link, giving)] as const,
      ),
    ),
  );

const targetOf = async (
  { board: id, collection, item }: ItemLinkInput,
  { context, name, field }: Giving,
): Promise<LinkCopy> => {
  const board = isId(id) ? await context.loaders.of(boardById).load(id) : null;
  const seat = board && (await ownSeatAtWorkshop(context, { id: board.workshop, project: board.project }));
  const target = seat && (await loadItem(context, { board: id, collection, id: item }));
  const declared = board && boardKinds.get(board.kind)?.collections[collection];
  if (!target || !declared) throw unknownReference(name, "A link leads to no item that you can see.");
  const { to } = field as LinksField;
  if (to.length > 0 && !to.includes(board.kind))
    throw invalidValue(name, `This field links to boards of other kinds: ${to.join(", ")}.`);
  if (target.removed) throw invalidValue(name, "A link leads to an item in the bin; take it back first.");
  const title = declared.title === undefined ? null : target.content[declared.title];
  const [first = ""] = textsOfItem(declared, target.content);
  return { kind: board.kind, text: linkText(typeof title === "string" && title !== "" ? title : first) };
};
