import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";

/** What a token is for; writing includes reading. */
export const tokenScopes = ["read", "write"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** An integrator’s key to one project; it acts as its own participant and is stored as its SHA-256 only. */
export const ApiTokenSchema = defineEntity({
  name: "ApiToken",
  tableName: "api_token",
  properties: {
    id: p.uuid().primary(),
    project: () => p.manyToOne(ProjectSchema).mapToPk().index(),
    participant: () => p.manyToOne(ParticipantSchema).mapToPk().index(),
    name: p.text(),
    scope: p.enum(tokenScopes),
    tokenHash: p.uint8array().unique(),
    createdBy: () => p.manyToOne(ParticipantSchema).mapToPk(),
    createdAt: p.datetime().defaultRaw("now()"),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
});

export type ApiToken = InferEntity<typeof ApiTokenSchema>;
