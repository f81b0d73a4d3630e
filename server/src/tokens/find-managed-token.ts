import { type Action, can, isId } from "@tavolo/schema";
import { tokenNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { insist, insistSomeone } from "../participants/insist.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { projectRole } from "../projects/project.policy.ts";
import { type ApiToken, ApiTokenSchema } from "./api-token.entity.ts";

/** A token that the viewer may do this to; throws TOKEN_NOT_FOUND where they take no part in its project. */
export const findManagedToken = async (
  context: GraphQLContext,
  id: string,
  action: Extract<Action, `token.${string}`>,
): Promise<ApiToken> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const row = isId(id) ? await em.findOne(ApiTokenSchema, { id }) : null;
  if (!row || !(await ownSeats(context)).some(({ project }) => project === row.project))
    throw tokenNotFound(id);
  insist(can(action, { role: await projectRole(context, row.project) }));
  return row;
};
