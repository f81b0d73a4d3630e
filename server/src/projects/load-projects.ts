import { isArchived } from "../archive/archived.ts";
import { projectNotFound } from "../errors.ts";
import { byId } from "../graphql/by-id.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { pageSize, toPage } from "../graphql/load-page.ts";
import { readCursor, writeCursor } from "../graphql/cursor.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { findProjectActor } from "../people/board-access.ts";
import { ProjectSchema } from "./project.entity.ts";
import { Project } from "./project.graphql.ts";
import { isId } from "@tavolo/schema";

export const projectById = byId((em, ids) => em.find(ProjectSchema, { id: { $in: ids } }));

const LIST = "projects";

export const loadProject = async ({ loaders }: GraphQLContext, id: string): Promise<Project> => {
  const row = await loaders.of(projectById).load(id);
  if (!row) throw projectNotFound(id);
  return new Project(row);
};

/** A project the viewer takes part in; throws PROJECT_NOT_FOUND for any other. */
export const projectOfViewer = async ({ em, viewer }: GraphQLContext, id: string): Promise<Project> =>
  new Project((await findProjectActor(em, viewer, id)).project);

/** The viewer’s projects, as many as they have seats: those in use, or those in the archive. */
export const projectsOfViewer = async (
  context: GraphQLContext,
  page: PageArgs,
  archived: boolean,
): Promise<Page<Project>> => {
  const first = pageSize(page);
  const seated = new Set((await ownSeats(context)).map(({ project }) => project));
  const rows = await context.loaders.of(projectById).loadMany([...seated]);
  const ids = rows
    .flatMap((row) => (row && "id" in row && isArchived(row) === archived ? row.id : []))
    .sort();
  const [after] = page.after ? readCursor(LIST, page.after, ([id, ...more]) => isId(id) && !more.length) : [];
  const entries = ids
    .filter((id) => after === undefined || id > String(after))
    .slice(0, first + 1)
    .map(async (id) => ({ node: await loadProject(context, id), cursor: writeCursor(LIST, [id]) }));
  return toPage({
    entries: await Promise.all(entries),
    first,
    hasPreviousPage: after !== undefined,
    totalCount: async () => ids.length,
  });
};
