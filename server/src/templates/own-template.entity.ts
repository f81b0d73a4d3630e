import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LanguageCode, TemplateContent } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";

/** A template that a project has made its own: a shipped one in its own words. Boards keep a copy of its content. */
export const OwnTemplateSchema = defineEntity({
  name: "OwnTemplate",
  tableName: "own_template",
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk().index(),
    kind: p.text(),
    /** The shipped template that it began as, and its version then. */
    baseTemplate: p.text(),
    baseVersion: p.integer(),
    /** Rises with every change. */
    version: p.integer().default(1),
    name: p.json<LocalisedText>(),
    purpose: p.json<LocalisedText>(),
    language: p.text().$type<LanguageCode>(),
    content: p.json<TemplateContent>(),
    archivedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw("now()"),
    createdBy: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
  },
});

export type OwnTemplate = InferEntity<typeof OwnTemplateSchema>;
