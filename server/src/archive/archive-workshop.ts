import { sql } from "@mikro-orm/core";
import { can } from "@tavolo/schema";
import { BoardSchema } from "../boards/board.entity.ts";
import { inArchive } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findWorkshopActor } from "../people/board-access.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { type Workshop, WorkshopSchema } from "../workshops/workshop.entity.ts";
import { isArchived } from "./archived.ts";
import { changeShelf } from "./change-shelf.ts";

/**
 * Puts a workshop into the archive with its boards. First the workshop, so that no board is laid out meanwhile;
 * asking again ends what a stop in between has left half done.
 */
export const archiveWorkshop = async (context: GraphQLContext, workshopId: string): Promise<Workshop> => {
  const { em, viewer, engine } = context;
  const { workshop, actor } = await findWorkshopActor(em, viewer, workshopId);
  insist(can("workshop.archive", { role: actor.role }));
  const { id } = workshop;
  if (!isArchived(workshop)) await em.nativeUpdate(WorkshopSchema, { id }, { archivedAt: sql.now() });
  const boards = await em.find(BoardSchema, { workshop: id, archivedAt: null }, { fields: ["id"] });
  await changeShelf(engine, boards, { actor, archived: true, archivedWith: "workshop" });
  readAfresh(context);
  return context.em.findOneOrFail(WorkshopSchema, { id });
};

/** Takes a workshop back into use with the boards that left with it; its project has to be in use. */
export const restoreWorkshop = async (context: GraphQLContext, workshopId: string): Promise<Workshop> => {
  const { em, viewer, engine } = context;
  const { workshop, actor } = await findWorkshopActor(em, viewer, workshopId);
  insist(can("workshop.archive", { role: actor.role }));
  if (isArchived(await em.findOneOrFail(ProjectSchema, { id: workshop.project }))) {
    throw inArchive("The workshop’s project lies in the archive. Take the project back first.");
  }
  const { id } = workshop;
  await em.nativeUpdate(WorkshopSchema, { id }, { archivedAt: null, archivedWithProject: false });
  const boards = await em.find(
    BoardSchema,
    { workshop: id, archivedAt: { $ne: null }, archivedWith: { $ne: null } },
    { fields: ["id"] },
  );
  await changeShelf(engine, boards, { actor, archived: false, archivedWith: null });
  readAfresh(context);
  return context.em.findOneOrFail(WorkshopSchema, { id });
};
