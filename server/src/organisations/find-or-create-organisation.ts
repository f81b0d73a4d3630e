import { type LanguageCode, newId, type StakeholderGroup } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { OrganisationSchema, type OrganisationType } from "./organisation.entity.ts";

/** What an organisation most likely is, told by whom its people sit at the table for. */
const likelyType: Record<StakeholderGroup, OrganisationType> = {
  municipality: "municipality",
  cso: "cso",
  community: "community",
  academia: "university",
  resident: "other",
  region: "region",
};

/** The project’s organisation of this name in any language, upper or lower case alike; a new one where none is. */
export const findOrCreateOrganisation = async (
  tx: EntityManager,
  {
    project,
    name,
    language,
    group,
  }: { project: string; name: string; language: LanguageCode; group: StakeholderGroup },
): Promise<string> => {
  const wanted = name.toLocaleLowerCase();
  const known = (await tx.find(OrganisationSchema, { project })).find((organisation) =>
    Object.values(organisation.name).some((text) => text.toLocaleLowerCase() === wanted),
  );
  if (known) return known.id;
  const id = newId();
  await tx.insert(OrganisationSchema, { id, project, name: { [language]: name }, type: likelyType[group] });
  return id;
};
