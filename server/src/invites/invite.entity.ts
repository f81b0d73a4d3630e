import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";

export const inviteRoles = ["contributor", "observer"] as const;

/** A link that anyone who holds it may join a workshop with; readable, so that a moderator can show it again. */
export const InviteSchema = defineEntity({
  name: "Invite",
  tableName: "invite",
  properties: {
    id: p.uuid().primary(),
    workshop: () => p.manyToOne(WorkshopSchema).mapToPk().index(),
    code: p.text().unique(),
    /** To read aloud and to type; null on invitations from before there were short codes. */
    shortCode: p.text().nullable().unique(),
    role: p.enum(inviteRoles),
    label: p.text().nullable(),
    createdBy: () => p.manyToOne(ParticipantSchema).mapToPk(),
    createdAt: p.datetime().defaultRaw("now()"),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    useCount: p.integer().default(0),
    /** How many may join with it; null: any number. */
    maxUses: p.integer().nullable(),
    /** Whether a moderator admits each who comes with it. */
    needsApproval: p.boolean().default(false),
  },
});

export type Invite = InferEntity<typeof InviteSchema>;
