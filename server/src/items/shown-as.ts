import { authorAs, STAKEHOLDER_GROUPS, type BoardDisplay, type ShownGroup } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import { groupsAtTable } from "../participants/groups-at-table.ts";
import { isInScope, type ItemScope } from "./item-scope.ts";

/** Boards that show their writers alike: those of one table with one display policy. */
interface Showing {
  readonly workshop: string;
  readonly project: string;
  readonly display: BoardDisplay;
}

/**
 * Whether the author of an item is shown with a group, on its board and to everybody: by the same rule that answers
 * `author`, so that a filter tells nothing that the items themselves do not.
 */
export const isShownAs = async (
  { em, loaders }: GraphQLContext,
  scope: ItemScope,
  wanted: ShownGroup,
): Promise<Sql> => {
  const { text, values } = isInScope(scope);
  const showings = await em.execute<Showing[]>(
    `select distinct board.workshop, board.project, board.display from board
      where board.display <> 'anonymous' and (${text})`,
    [...values],
  );
  const merged = await loaders.of(groupsAtTable).loadMany(showings);
  const shown = showings.flatMap(({ workshop, display }, index) => {
    const groups = merged[index];
    if (!groups || groups instanceof Error) throw groups ?? new Error("A table has no groups.");
    return [...STAKEHOLDER_GROUPS, null]
      .filter(
        (group) => authorAs(display, { displayName: "", stakeholderGroup: group }, groups).group === wanted,
      )
      .map((group) => `${workshop}/${display}/${group ?? ""}`);
  });
  // One text to compare, not three columns: joined to those, the planner takes what it expects to be few rows as a
  // reason to look at all items.
  return sql`exists (
    select from participant writer
     where writer.id = item.created_by and writer.withdrawn_at is null
       and board.workshop || '/' || board.display || '/' || coalesce(writer.stakeholder_group, '')
           = any (cast(${`{${shown.join()}}`} as text[])))`;
};
