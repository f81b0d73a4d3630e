import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LanguageCode, StakeholderGroup } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import { PersonSchema } from "../people/person.entity.ts";

/** How a project offers a stakeholder group at its door; what is not said is as usual. */
export interface GroupAtDoor {
  readonly offered?: boolean;
  /** What the group is called here, instead of its usual name. */
  readonly label?: LocalisedText;
}

/** The frame of a co-construction: one city or network, its workshops, its analysed objects. */
export const ProjectSchema = defineEntity({
  name: "Project",
  tableName: "project",
  properties: {
    id: p.uuid().primary(),
    name: p.json<LocalisedText>(),
    language: p.text().$type<LanguageCode>(),
    description: p.json<LocalisedText>().nullable(),
    city: p.text().nullable(),
    country: p.text(),
    population: p.integer().nullable(),
    /** When it was put into the archive with its workshops and boards; null while in use. */
    archivedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw("now()"),
    createdBy: () => p.manyToOne(PersonSchema).mapToPk().nullable(),
    groupsAtDoor: p.json<Partial<Record<StakeholderGroup, GroupAtDoor>>>().nullable(),
  },
});

export type Project = InferEntity<typeof ProjectSchema>;
