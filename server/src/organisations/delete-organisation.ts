import { organisationInUse } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { findManagedOrganisation } from "./find-managed-organisation.ts";
import { OrganisationSchema } from "./organisation.entity.ts";
import type { DeleteOrganisationInput } from "./organisation.graphql.ts";

/** Deletes an organisation that nobody speaks for, removed seats included; throws ORGANISATION_IN_USE. */
export const deleteOrganisation = async (
  context: GraphQLContext,
  { id }: DeleteOrganisationInput,
): Promise<string> => {
  const organisation = await findManagedOrganisation(context, id);
  await context.em.transactional(async (tx) => {
    const used = await tx.count(ParticipantSchema, { organisation: organisation.id });
    if (used > 0) throw organisationInUse(used);
    await tx.nativeDelete(OrganisationSchema, { id: organisation.id });
  });
  readAfresh(context);
  return organisation.id;
};
