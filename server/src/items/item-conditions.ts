import type { GraphQLContext } from "../graphql/context.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import { saysAll } from "../search/says-all.ts";
import type { ItemFilter } from "./item-filter.graphql.ts";
import type { ItemScope } from "./item-scope.ts";
import { isShownAs } from "./shown-as.ts";

/** What a filter asks of an `item` and its `board`. */
export const itemConditions = async (
  context: GraphQLContext,
  scope: ItemScope,
  filter: ItemFilter,
): Promise<Sql[]> => {
  const { kind, collection, section, provision, stakeholderGroup, text, updatedSince } = filter;
  const { removed = false, archived = false } = filter;
  return [
    ...given(removed, (wanted) => sql`item.removed = ${wanted}`),
    ...given(archived, (wanted) => sql`(board.archived_at is not null) = ${wanted}`),
    ...given(kind, (wanted) => sql`board.kind = ${wanted}`),
    ...given(collection, (wanted) => sql`item.collection = ${storable(wanted)}`),
    ...given(section, (wanted) => sql`item.section = ${storable(wanted)}`),
    ...given(
      provision,
      (wanted) =>
        sql`item.provisions <> '{}' and item.provisions @> array[cast(${storable(wanted)} as text)]`,
    ),
    ...given(text, (wanted) => saysAll("item.words", wanted)),
    ...given(updatedSince, (since) => sql`item.updated_at >= ${since}`),
    ...(stakeholderGroup ? [await isShownAs(context, scope, stakeholderGroup)] : []),
  ];
};

const given = <Value>(value: Value | null | undefined, condition: (value: Value) => Sql): Sql[] =>
  value === null || value === undefined ? [] : [condition(value)];

/** What PostgreSQL cannot hold is nowhere. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
