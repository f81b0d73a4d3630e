import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { mayCreateProjects } from "../projects/may-create-projects.ts";
import { ViewerType } from "./viewer.graphql.ts";

/** Says who the viewer is, to themselves. */
export const describeViewer = async (context: GraphQLContext): Promise<ViewerType> => {
  const { em, viewer } = context;
  const seat = (await ownSeats(context)).at(-1);
  const person = viewer.kind === "person" ? await em.findOne(PersonSchema, { id: viewer.personId }) : null;
  return Object.assign(new ViewerType(), {
    kind: viewer.kind,
    displayName: person?.displayName ?? seat?.displayName ?? null,
    language: seat?.language ?? person?.language ?? null,
    canCreateProjects: await mayCreateProjects(context),
  });
};
