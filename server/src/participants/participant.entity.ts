import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { type BoardDisplay, type LanguageCode, ROLES, STAKEHOLDER_GROUPS } from "@tavolo/schema";
import { OrganisationSchema } from "../organisations/organisation.entity.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";

export const participantKinds = ["human", "integration"] as const;
export type ParticipantKind = (typeof participantKinds)[number];

/** What somebody read and agreed to when they took a seat. */
export interface Consent {
  /** Of the sentences they read, see CONSENT_VERSION. */
  readonly version: number;
  readonly language: LanguageCode;
  readonly at: string;
  /** The most that any board of the workshop showed of writers then; null where there was no board. */
  readonly display: BoardDisplay | null;
}

/**
 * Someone’s seat: at one workshop, or (workshop null) at the whole project. It is the author of what they
 * write; a removed seat keeps its row, since provenance points at it. A seat that still waits for a moderator
 * is no seat yet: everything that asks who sits here leaves it out.
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
    /** Since when it waits for a moderator; stays on a seat that was declined. */
    waitingSince: p.datetime().nullable(),
    /** By which invitation it was taken. */
    invite: p.uuid().nullable().index(),
    consent: p.json<Consent>().nullable(),
    /** When its holder withdrew what was held on them; nothing of them is left in the row. */
    withdrawnAt: p.datetime().nullable(),
  },
});

export type Participant = InferEntity<typeof ParticipantSchema>;
