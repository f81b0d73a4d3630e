import { can, newId } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { checkedOptional, checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { calendarDay } from "../graphql/scalars.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type Workshop, WorkshopSchema } from "./workshop.entity.ts";
import type { CreateWorkshopInput } from "./workshop.graphql.ts";

/** Creates a workshop in a project. */
export const createWorkshop = async (
  context: GraphQLContext,
  { projectId, title, language, heldOn, place }: CreateWorkshopInput,
): Promise<Workshop> => {
  const { em, viewer } = context;
  const { project, actor } = await findProjectActor(em, viewer, projectId);
  insist(can("workshop.create", { role: actor.role, archived: isArchived(project) }));
  const where = checkedOptional("place", place, textLimits.name);
  const id = newId();
  await em.insert(WorkshopSchema, {
    id,
    project: project.id,
    title: { [language]: checkedText("title", title, textLimits.name) },
    language,
    heldOn: heldOn ? calendarDay("heldOn", heldOn) : null,
    place: where === null ? null : { [language]: where },
  });
  readAfresh(context);
  return context.em.findOneOrFail(WorkshopSchema, { id });
};
