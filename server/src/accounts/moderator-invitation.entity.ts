import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LanguageCode } from "@tavolo/schema";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";

/** Asks one person by their address to moderate a project; the link works once, here is only its SHA-256. */
export const ModeratorInvitationSchema = defineEntity({
  name: "ModeratorInvitation",
  tableName: "moderator_invitation",
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk().index(),
    email: p.text(),
    language: p.text().$type<LanguageCode>(),
    tokenHash: p.uint8array().unique(),
    invitedBy: () => p.manyToOne(ParticipantSchema).mapToPk(),
    /** Whether the link went to the address alone; otherwise the inviter passes it on and may know it. */
    mailed: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw("now()"),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    acceptedBy: () => p.manyToOne(PersonSchema).mapToPk().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

export type ModeratorInvitation = InferEntity<typeof ModeratorInvitationSchema>;
