import { can, isId } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { templateNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { insist, insistSomeone } from "../participants/insist.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type OwnTemplate, OwnTemplateSchema } from "./own-template.entity.ts";

/** An own template that the viewer may change; throws TEMPLATE_NOT_FOUND where they take no part in its project. */
export const findManagedTemplate = async (context: GraphQLContext, id: string): Promise<OwnTemplate> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const row = isId(id) ? await em.findOne(OwnTemplateSchema, { id }) : null;
  if (!row || !(await ownSeats(context)).some(({ project }) => project === row.project))
    throw templateNotFound(id);
  const { project, actor } = await findProjectActor(em, viewer, row.project);
  insist(can("template.update", { role: actor.role, archived: isArchived(project) }));
  return row;
};
