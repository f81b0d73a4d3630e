import { onShelf } from "../archive/on-shelf.ts";
import { workshopNotFound } from "../errors.ts";
import { byId } from "../graphql/by-id.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadPage } from "../graphql/load-page.ts";
import { rowList } from "../graphql/row-list.ts";
import { anyOf, isOneOf } from "../graphql/sql.ts";
import { ownScope } from "../participants/own-seats.ts";
import { findWorkshopActor } from "../people/board-access.ts";
import { WorkshopSchema } from "./workshop.entity.ts";
import { Workshop } from "./workshop.graphql.ts";

export const workshopById = byId((em, ids) => em.find(WorkshopSchema, { id: { $in: ids } }));

const workshops = rowList("workshops", WorkshopSchema, "workshop", "project");

export const loadWorkshop = async ({ loaders }: GraphQLContext, id: string): Promise<Workshop> => {
  const row = await loaders.of(workshopById).load(id);
  if (!row) throw workshopNotFound(id);
  return new Workshop(row);
};

/** A workshop the viewer takes part in; throws WORKSHOP_NOT_FOUND for any other. */
export const workshopOfViewer = async ({ em, viewer }: GraphQLContext, id: string): Promise<Workshop> =>
  new Workshop((await findWorkshopActor(em, viewer, id)).workshop);

/** The workshops of a project that the viewer takes part in; those in use, or those in the archive. */
export const workshopsOfProject = async (
  context: GraphQLContext,
  projectId: string,
  page: PageArgs,
  archived: boolean,
): Promise<Page<Workshop>> => {
  const own = await ownScope(context);
  const visible = anyOf([isOneOf("project", own.projects), isOneOf("id", own.workshops)]);
  return loadPage(context, workshops, projectId, page, (row) => new Workshop(row), [
    visible,
    onShelf(archived),
  ]);
};
