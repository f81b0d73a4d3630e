import { isId } from "@tavolo/schema";
import { unknownReference } from "../errors.ts";
import { organisationById } from "../organisations/load-organisations.ts";
import type { Giving } from "./input-shapes.ts";
import type { NamedOrganisationInput } from "./value-inputs.graphql.ts";

/** An organisation as it is given: by name, or as one of the project’s; throws UNKNOWN_REFERENCE for another’s. */
export const checkNamedOrganisation = async (
  { name, id = null }: NamedOrganisationInput,
  { context, board, name: field }: Giving,
): Promise<{ name: string; id: string | null }> => {
  if (id === null) return { name, id };
  const found = isId(id) ? await context.loaders.of(organisationById).load(id) : null;
  if (found?.project !== board.project)
    throw unknownReference(field, "The project has no such organisation; give its name alone.");
  return { name, id };
};
