import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LocalisedText } from "../database/localised-text.ts";
import { ProjectSchema } from "./project.entity.ts";

export const analysedObjectTypes = ["civic_space", "service", "policy", "network"] as const;
export type AnalysedObjectType = (typeof analysedObjectTypes)[number];

/** What a board looks at: a civic space, a service, a policy or a network. */
export const AnalysedObjectSchema = defineEntity({
  name: "AnalysedObject",
  tableName: "analysed_object",
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk().index(),
    type: p.enum(analysedObjectTypes),
    name: p.json<LocalisedText>(),
    description: p.json<LocalisedText>().nullable(),
  },
});

export type AnalysedObject = InferEntity<typeof AnalysedObjectSchema>;
