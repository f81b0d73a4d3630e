import { byId, byParent } from "../graphql/by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { OrganisationSchema } from "./organisation.entity.ts";
import { Organisation } from "./organisation.graphql.ts";

export const organisationById = byId((em, ids) => em.find(OrganisationSchema, { id: { $in: ids } }));
const organisationsByProject = byParent(
  (em, ids) => em.find(OrganisationSchema, { project: { $in: ids } }),
  ({ project }) => project,
);

const speakersByOrganisation = byParent(
  (em, ids) => em.find(ParticipantSchema, { organisation: { $in: ids } }, { fields: ["organisation"] }),
  ({ organisation }) => organisation ?? null,
);

/** How many seats speak for an organisation. */
export const speakersOfOrganisation = async ({ loaders }: GraphQLContext, id: string): Promise<number> =>
  (await loaders.of(speakersByOrganisation).load(id)).length;

export const loadOrganisation = async (
  { loaders }: GraphQLContext,
  id: string,
): Promise<Organisation | null> => {
  const row = await loaders.of(organisationById).load(id);
  return row && new Organisation(row);
};

export const organisationsOfProject = async (
  { loaders }: GraphQLContext,
  projectId: string,
): Promise<Organisation[]> =>
  (await loaders.of(organisationsByProject).load(projectId)).map((row) => new Organisation(row));
