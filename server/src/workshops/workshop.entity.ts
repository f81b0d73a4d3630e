import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LanguageCode } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import { ProjectSchema } from "../projects/project.entity.ts";

/** One meeting of a project’s participants, on site, online or both; its boards are its tables. */
export const WorkshopSchema = defineEntity({
  name: "Workshop",
  tableName: "workshop",
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk().index(),
    title: p.json<LocalisedText>(),
    language: p.text().$type<LanguageCode>(),
    heldOn: p.date().nullable(),
    place: p.json<LocalisedText>().nullable(),
    /** When it was put into the archive with its boards, by itself or with its project; null while in use. */
    archivedAt: p.datetime().nullable(),
    archivedWithProject: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});

export type Workshop = InferEntity<typeof WorkshopSchema>;
