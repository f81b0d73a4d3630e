import { can, newId } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type Organisation, OrganisationSchema } from "./organisation.entity.ts";
import type { CreateOrganisationInput } from "./organisation.graphql.ts";

/** Adds an organisation to a project. */
export const createOrganisation = async (
  context: GraphQLContext,
  { projectId, name, language, type }: CreateOrganisationInput,
): Promise<Organisation> => {
  const { em, viewer } = context;
  const { project, actor } = await findProjectActor(em, viewer, projectId);
  insist(can("project.update", { role: actor.role, archived: isArchived(project) }));
  const id = newId();
  await em.insert(OrganisationSchema, {
    id,
    project: project.id,
    name: { [language]: checkedText("name", name, textLimits.name) },
    type,
  });
  readAfresh(context);
  return context.em.findOneOrFail(OrganisationSchema, { id });
};
