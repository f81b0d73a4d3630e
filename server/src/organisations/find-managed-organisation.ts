import { can, isId } from "@tavolo/schema";
import { organisationNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { insist, insistSomeone } from "../participants/insist.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type Organisation, OrganisationSchema } from "./organisation.entity.ts";

/**
 * An organisation of a project that the viewer moderates. Throws ORGANISATION_NOT_FOUND where they take no part,
 * FORBIDDEN where they take part without moderating.
 */
export const findManagedOrganisation = async (context: GraphQLContext, id: string): Promise<Organisation> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const organisation = isId(id) ? await em.findOne(OrganisationSchema, { id }) : null;
  const takesPart = (await ownSeats(context)).some(({ project }) => project === organisation?.project);
  if (!organisation || !takesPart) throw organisationNotFound(id);
  const { actor } = await findProjectActor(em, viewer, organisation.project);
  insist(can("organisation.update", { role: actor.role }));
  return organisation;
};
