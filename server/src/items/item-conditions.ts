import { textTooLong, textTooShort } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import { hasBeginning, LONGEST_SEARCH, searchWords } from "../search/search-words.ts";
import type { ItemFilter } from "./item-filter.graphql.ts";
import type { ItemScope } from "./item-scope.ts";
import { hasType } from "./item-types.ts";
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
    ...hasType,
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
    ...given(text, saysAll),
    ...given(updatedSince, (since) => sql`item.updated_at >= ${since}`),
    ...(stakeholderGroup ? [await isShownAs(context, scope, stakeholderGroup)] : []),
  ];
};

const given = <Value>(value: Value | null | undefined, condition: (value: Value) => Sql): Sql[] =>
  value === null || value === undefined ? [] : [condition(value)];

const saysAll = (text: string): Sql => {
  if (text.trim().length > LONGEST_SEARCH) throw textTooLong("text", LONGEST_SEARCH);
  const words = hasBeginning(text) ? searchWords(text) : null;
  if (!words) throw textTooShort("text");
  return sql`item.words @@ cast(${words} as tsquery)`;
};

/** What PostgreSQL cannot hold is nowhere. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
