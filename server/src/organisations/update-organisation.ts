import type { LanguageCode } from "@tavolo/schema";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedOrganisation } from "./find-managed-organisation.ts";
import { type Organisation, OrganisationSchema } from "./organisation.entity.ts";
import type { UpdateOrganisationInput } from "./organisation.graphql.ts";

/** Renames an organisation, or says anew what kind of body it is. */
export const updateOrganisation = async (
  context: GraphQLContext,
  { id, name, language, type }: UpdateOrganisationInput,
): Promise<Organisation> => {
  const organisation = await findManagedOrganisation(context, id);
  await context.em.nativeUpdate(
    OrganisationSchema,
    { id: organisation.id },
    {
      name: typeof name === "string" ? renamed(organisation, language, name) : organisation.name,
      type: type ?? organisation.type,
    },
  );
  readAfresh(context);
  return context.em.findOneOrFail(OrganisationSchema, { id: organisation.id });
};

/** Most bodies have one name in all languages: whoever joined typed it once, in theirs. It is then the one that changes. */
const renamed = ({ name }: Organisation, language: LanguageCode, text: string): Organisation["name"] => {
  const checked = checkedText("name", text, textLimits.name);
  const [only, ...more] = Object.keys(name);
  return only && more.length === 0 ? { [only]: checked } : { ...name, [language]: checked };
};
