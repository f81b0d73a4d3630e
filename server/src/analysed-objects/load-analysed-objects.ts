import { byId, byParent } from "../graphql/by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { AnalysedObjectSchema } from "../projects/analysed-object.entity.ts";
import { AnalysedObject } from "./analysed-object.graphql.ts";

const analysedObjectById = byId((em, ids) => em.find(AnalysedObjectSchema, { id: { $in: ids } }));
const analysedObjectsByProject = byParent(
  (em, ids) => em.find(AnalysedObjectSchema, { project: { $in: ids } }),
  ({ project }) => project,
);

export const loadAnalysedObject = async (
  { loaders }: GraphQLContext,
  id: string,
): Promise<AnalysedObject | null> => {
  const row = await loaders.of(analysedObjectById).load(id);
  return row && new AnalysedObject(row);
};

export const analysedObjectsOfProject = async (
  { loaders }: GraphQLContext,
  projectId: string,
): Promise<AnalysedObject[]> =>
  (await loaders.of(analysedObjectsByProject).load(projectId)).map((row) => new AnalysedObject(row));
