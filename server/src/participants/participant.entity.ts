import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { type LanguageCode, ROLES, STAKEHOLDER_GROUPS } from "@tavolo/schema";
import { OrganisationSchema } from "../organisations/organisation.entity.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";

export const participantKinds = ["human", "integration"] as const;
export type ParticipantKind = (typeof participantKinds)[number];

/**
 * Someone’s seat: at one workshop, or (workshop null) at the whole project. It is the author of what they
 * write; a removed seat keeps its row, since provenance points at it.
 */
export const ParticipantSchema = defineEntity({
  name: "Participant",
  tableName: "participant",
  indexes: [{ properties: ["person", "project"] }, { properties: ["project", "workshop"] }],
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk(),
    // Never "set null": a seat without a workshop is a seat at the whole project.
    workshop: () => p.manyToOne(WorkshopSchema).mapToPk().nullable().index().deleteRule("restrict"),
    person: () => p.manyToOne(PersonSchema).mapToPk().nullable(),
    kind: p.enum(participantKinds).default("human"),
    role: p.enum(ROLES),
    displayName: p.text(),
    stakeholderGroup: p.enum(STAKEHOLDER_GROUPS).nullable(),
    organisation: () => p.manyToOne(OrganisationSchema).mapToPk().nullable(),
    language: p.text().$type<LanguageCode>(),
    joinedAt: p.datetime().defaultRaw("now()"),
    removedAt: p.datetime().nullable(),
  },
});

export type Participant = InferEntity<typeof ParticipantSchema>;
