import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedTemplate } from "./find-managed-template.ts";
import { type OwnTemplate, OwnTemplateSchema } from "./own-template.entity.ts";

/** Puts an own template out of the list, or back; boards made from it stay as they are. */
export const archiveTemplate = async (
  context: GraphQLContext,
  id: string,
  archived: boolean,
): Promise<OwnTemplate> => {
  const row = await findManagedTemplate(context, id);
  if (Boolean(row.archivedAt) !== archived) {
    await context.em.nativeUpdate(
      OwnTemplateSchema,
      { id: row.id },
      { archivedAt: archived ? new Date() : null },
    );
  }
  readAfresh(context);
  return context.em.findOneOrFail(OwnTemplateSchema, { id: row.id });
};
