import { invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { findManagedOrganisation } from "./find-managed-organisation.ts";
import { type Organisation, OrganisationSchema } from "./organisation.entity.ts";
import type { MergeOrganisationsInput } from "./organisation.graphql.ts";

/** Makes one organisation of two that are the same: everybody who spoke for the first speaks for the second. */
export const mergeOrganisations = async (
  context: GraphQLContext,
  { id, intoId }: MergeOrganisationsInput,
): Promise<Organisation> => {
  const one = await findManagedOrganisation(context, id);
  const other = await findManagedOrganisation(context, intoId);
  if (one.id === other.id || one.project !== other.project) {
    throw invalidValue("intoId", "Two different organisations of one project can be merged.");
  }
  await context.em.transactional(async (tx) => {
    await tx.nativeUpdate(ParticipantSchema, { organisation: one.id }, { organisation: other.id });
    // What the second is called counts; languages that only the first had are kept.
    await tx.nativeUpdate(OrganisationSchema, { id: other.id }, { name: { ...one.name, ...other.name } });
    await tx.nativeDelete(OrganisationSchema, { id: one.id });
  });
  readAfresh(context);
  return context.em.findOneOrFail(OrganisationSchema, { id: other.id });
};
