import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LocalisedText } from "../database/localised-text.ts";
import { ProjectSchema } from "../projects/project.entity.ts";

export const organisationTypes = [
  "municipality",
  "metropolitan_authority",
  "region",
  "national_authority",
  "equality_body",
  "city_network",
  "cso",
  "cso_network",
  "community",
  "university",
  "other",
] as const;
export type OrganisationType = (typeof organisationTypes)[number];

/** A body that takes part in a project. */
export const OrganisationSchema = defineEntity({
  name: "Organisation",
  tableName: "organisation",
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk().index(),
    name: p.json<LocalisedText>(),
    type: p.enum(organisationTypes),
  },
});

export type Organisation = InferEntity<typeof OrganisationSchema>;
