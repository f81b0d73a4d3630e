import { authorAs, STAKEHOLDER_GROUPS, type BoardDisplay, type ShownGroup } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import { seatsAtTable } from "../participants/load-participants.ts";
import { shownGroups } from "../participants/shown-groups.ts";
import { isInScope, type ItemScope } from "./item-scope.ts";

/** Boards that show their writers alike: those of one table with one display policy. */
interface Showing {
  readonly workshop: string;
  readonly project: string;
  readonly display: BoardDisplay;
}

/** Nobody’s group, in the list of those that are shown as some group. */
const NONE = "";

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
  const seats = await loaders.of(seatsAtTable).loadMany(showings);
  const shown = showings.flatMap(({ workshop, display }, index) => {
    const atTable = seats[index];
    if (!atTable || atTable instanceof Error) throw atTable ?? new Error("A table has no seats.");
    const merged = shownGroups(atTable);
    return [...STAKEHOLDER_GROUPS, null]
      .filter(
        (group) => authorAs(display, { displayName: "", stakeholderGroup: group }, merged).group === wanted,
      )
      .map((group) => ({ workshop, display, group: group ?? NONE }));
  });
  return sql`exists (
    select from participant writer
      join json_to_recordset(cast(${JSON.stringify(shown)} as json))
           as shown (workshop uuid, display text, "group" text)
        on shown."group" = coalesce(writer.stakeholder_group, ${NONE})
     where writer.id = item.created_by and writer.withdrawn_at is null
       and shown.workshop = board.workshop and shown.display = board.display)`;
};
