import type { Board } from "../boards/board.entity.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { Given } from "./derive-inputs.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a new item as strict editing takes them; it is in the board’s language where nothing is said. */
export const takeNewFields = async (
  context: GraphQLContext,
  board: Board,
  given: Readonly<Record<string, Given>>,
  row: Fields,
): Promise<Fields> => {
  const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return takeChanges(context, board, given, { ...languageIn(given, board), ...filled });
};

/** Changed fields as strict editing takes them; null empties. */
export const takeChanges = async (
  context: GraphQLContext,
  board: Board,
  given: Readonly<Record<string, Given>>,
  row: Fields,
): Promise<Fields> => {
  const taken = await Promise.all(
    Object.entries(given).map(async ([name, { take, declared: field }]) => {
      const value = row[name];
      if (value === undefined || value === null || !take) return [name, value] as const;
      return [name, await take(value as never, { context, board, name, field })] as const;
    }),
  );
  return Object.fromEntries(taken.filter(([, value]) => value !== undefined));
};

const languageIn = (given: Readonly<Record<string, Given>>, { language }: Board): Fields =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([, { declared }]) => declared.kind === "language")
      .map(([name]) => [name, language]),
  );
