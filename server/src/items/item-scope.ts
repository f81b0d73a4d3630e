import { projectNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { anyOf, isOneOf, type Sql } from "../graphql/sql.ts";
import { ownSeats } from "../participants/own-seats.ts";

/** Where a viewer looks for items: whole projects, and in others the workshops at which they sit. */
export interface ItemScope {
  readonly projects: readonly string[];
  readonly workshops: readonly string[];
}

/** All of the viewer’s seats, or those in one project; throws PROJECT_NOT_FOUND where they have none. */
export const itemScope = async (
  context: GraphQLContext,
  project: string | null | undefined,
): Promise<ItemScope> => {
  const all = await ownSeats(context);
  const seats = project ? all.filter((seat) => seat.project === project) : all;
  if (project && seats.length === 0) throw projectNotFound(project);
  const projects = unique(seats.flatMap((seat) => (seat.workshop ? [] : [seat.project])));
  const elsewhere = seats.filter((seat) => !projects.includes(seat.project));
  return { projects, workshops: unique(elsewhere.flatMap((seat) => seat.workshop ?? [])) };
};

/** Whether a board lies within a scope. */
export const isInScope = ({ projects, workshops }: ItemScope): Sql =>
  anyOf([isOneOf("board.project", projects), isOneOf("board.workshop", workshops)]);

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
