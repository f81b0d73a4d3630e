import { byParent } from "../graphql/by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { mayManageProject } from "../projects/project.policy.ts";
import { ApiTokenSchema } from "./api-token.entity.ts";
import { ApiToken } from "./api-token.graphql.ts";

const apiTokensByProject = byParent(
  (em, ids) => em.find(ApiTokenSchema, { project: { $in: ids } }),
  ({ project }) => project,
);

/** A project’s access tokens, newest first, for those who moderate it; null for others. */
export const apiTokensOfProject = async (
  context: GraphQLContext,
  projectId: string,
): Promise<ApiToken[] | null> => {
  if (!(await mayManageProject(context, projectId))) return null;
  const rows = await context.loaders.of(apiTokensByProject).load(projectId);
  return rows.toReversed().map((row) => new ApiToken(row));
};
