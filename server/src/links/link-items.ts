import { boardKinds, fieldForLink, linkText, titleOfItem } from "@tavolo/schema";
import { linkUnsuitable } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { editLinks, findEnd, insistOnEditing, type LinkingEnd } from "./edit-links.ts";
import { findStandingLinks } from "./find-standing-links.ts";
import type { LinkItemsInput, LinkPayload } from "./link-input.graphql.ts";

/**
 * Links two items: an edit of the one that has a field for it, with the rights to that; of the other it is enough to see
 * it. What was linked already stays as it is, whichever end keeps it.
 */
export const linkItems = async (
  context: GraphQLContext,
  { from, to, field = null }: LinkItemsInput,
): Promise<LinkPayload> => {
  const origin = await findEnd(context, from);
  const result = await findEnd(context, to);
  const isOne = origin.board.id === result.board.id && origin.item.id === result.item.id;
  if (isOne) throw linkUnsuitable("An item cannot be linked to itself.");

  const [standing] = await findStandingLinks(context, { from, to, field });
  const chosen = standing ?? fieldForLink({ origin: declared(origin), result: declared(result) }, field);
  if (!chosen) throw linkUnsuitable();
  const [citing, cited] = chosen.citing === "result" ? [result, origin] : [origin, result];
  insistOnEditing(citing);
  if (standing) return { citing: citing.item, field: standing.field, changed: false, revision: null };
  if (origin.item.removed || result.item.removed)
    throw linkUnsuitable("One of these items lies in the bin. Restore it first, then link it.");

  const { definition, row, collection, id } = cited.item;
  const edited = await editLinks(context, citing, [
    {
      field: chosen.field,
      to: { boardId: cited.board.id, collection, id },
      copy: { kind: cited.board.kind, text: linkText(titleOfItem(definition, row.content)) },
    },
  ]);
  return { ...edited, field: chosen.field, changed: true };
};

const declared = ({ board: { kind }, item: { collection } }: LinkingEnd) => {
  const board = boardKinds.get(kind);
  if (!board) throw new Error(`There is no kind ${kind}.`);
  return { board, collection };
};
