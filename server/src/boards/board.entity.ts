import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LanguageCode, TemplateContent } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { AnalysedObjectSchema } from "../projects/analysed-object.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";

export const boardStates = ["open", "frozen"] as const;
export const boardEditings = ["everyone", "own"] as const;
export const boardDisplays = ["named", "group", "anonymous"] as const;
/** What a board was put into the archive with, where it was not by itself. */
export const archivedWiths = ["workshop", "project"] as const;
export type ArchivedWith = (typeof archivedWiths)[number];

/**
 * A board’s row: what a group decided about it, and how far its journal and projection have come.
 * What people write on it is in its document, never here.
 */
export const BoardSchema = defineEntity({
  name: "Board",
  tableName: "board",
  indexes: [{ properties: ["project", "createdAt"] }],
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk(),
    workshop: () => p.manyToOne(WorkshopSchema).mapToPk().index(),
    analysedObject: () => p.manyToOne(AnalysedObjectSchema).mapToPk().nullable(),
    kind: p.text(),
    templateId: p.text(),
    templateVersion: p.integer(),
    /** Sections and words of the own template it was made from, as they were then; null for a shipped one. */
    templateContent: p.json<TemplateContent>().nullable(),
    title: p.json<LocalisedText>(),
    language: p.text().$type<LanguageCode>(),
    state: p.enum(boardStates).default("open"),
    editing: p.enum(boardEditings).default("everyone"),
    display: p.enum(boardDisplays).default("named"),
    /** Rises when the document starts anew; clients’ copies of an older generation are kept aside. */
    generation: p.integer().default(1),
    /** The last journal entry’s sequence number. */
    headSeq: p.integer().default(0),
    /** The journal entry that the projection reflects: the board’s revision. */
    projectedSeq: p.integer().default(0),
    /** The last event’s number. */
    eventNumber: p.integer().default(0),
    stateReason: p.text().nullable(),
    stateChangedAt: p.datetime().nullable(),
    stateChangedBy: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
    /** When it was put into the archive, by itself or with its workshop or project; null while in use. */
    archivedAt: p.datetime().nullable(),
    archivedWith: p.enum(archivedWiths).nullable(),
    /** The board it was copied from, and the revision that was copied; items that came with it have no author. */
    copiedFrom: p.uuid().nullable(),
    copiedRevision: p.integer().nullable(),
    createdAt: p.datetime().defaultRaw("now()"),
    createdBy: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
  },
});

export type Board = InferEntity<typeof BoardSchema>;
