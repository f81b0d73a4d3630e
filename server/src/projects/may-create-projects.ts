import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { PersonSchema } from "../people/person.entity.ts";

/** Administrators and whoever moderates something already may begin projects; programs may not. */
export const mayCreateProjects = async (context: GraphQLContext): Promise<boolean> => {
  const { em, viewer } = context;
  if (viewer.kind !== "person") return false;
  if ((await ownSeats(context)).some(({ role }) => role === "moderator")) return true;
  return (await em.count(PersonSchema, { id: viewer.personId, administrator: true })) > 0;
};
