import { sql } from "@mikro-orm/core";
import { can } from "@tavolo/schema";
import { BoardSchema } from "../boards/board.entity.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type Project, ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { isArchived } from "./archived.ts";
import { changeShelf } from "./change-shelf.ts";

/** Puts a project into the archive with its workshops and boards; asking again ends what was left half done. */
export const archiveProject = async (context: GraphQLContext, projectId: string): Promise<Project> => {
  const { em, viewer, engine } = context;
  const { project, actor } = await findProjectActor(em, viewer, projectId);
  insist(can("project.archive", { role: actor.role }));
  const { id } = project;
  const archivedAt = sql.now();
  if (!isArchived(project)) await em.nativeUpdate(ProjectSchema, { id }, { archivedAt });
  await em.nativeUpdate(
    WorkshopSchema,
    { project: id, archivedAt: null },
    { archivedAt, archivedWithProject: true },
  );
  const boards = await em.find(BoardSchema, { project: id, archivedAt: null }, { fields: ["id"] });
  await changeShelf(engine, boards, { actor, archived: true, archivedWith: "project" });
  readAfresh(context);
  return context.em.findOneOrFail(ProjectSchema, { id });
};

/** Takes a project back into use with the workshops and boards that left with it. */
export const restoreProject = async (context: GraphQLContext, projectId: string): Promise<Project> => {
  const { em, viewer, engine } = context;
  const { project, actor } = await findProjectActor(em, viewer, projectId);
  insist(can("project.archive", { role: actor.role }));
  const { id } = project;
  await em.nativeUpdate(ProjectSchema, { id }, { archivedAt: null });
  await em.nativeUpdate(
    WorkshopSchema,
    { project: id, archivedWithProject: true },
    { archivedAt: null, archivedWithProject: false },
  );
  const boards = await em.find(
    BoardSchema,
    { project: id, archivedAt: { $ne: null }, archivedWith: "project" },
    { fields: ["id"] },
  );
  await changeShelf(engine, boards, { actor, archived: false, archivedWith: null });
  readAfresh(context);
  return context.em.findOneOrFail(ProjectSchema, { id });
};
