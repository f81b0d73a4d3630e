import { can, newId } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { checkedOptional, checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type AnalysedObject, AnalysedObjectSchema } from "../projects/analysed-object.entity.ts";
import type { CreateAnalysedObjectInput } from "./analysed-object.graphql.ts";

/** Adds a civic space, service, policy or network to a project. */
export const createAnalysedObject = async (
  context: GraphQLContext,
  { projectId, type, name, description, language }: CreateAnalysedObjectInput,
): Promise<AnalysedObject> => {
  const { em, viewer } = context;
  const { project, actor } = await findProjectActor(em, viewer, projectId);
  insist(can("project.update", { role: actor.role, archived: isArchived(project) }));
  const described = checkedOptional("description", description, textLimits.description);
  const id = newId();
  await em.insert(AnalysedObjectSchema, {
    id,
    project: project.id,
    type,
    name: { [language]: checkedText("name", name, textLimits.name) },
    description: described === null ? null : { [language]: described },
  });
  readAfresh(context);
  return context.em.findOneOrFail(AnalysedObjectSchema, { id });
};
