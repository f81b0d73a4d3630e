import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { PersonSchema } from "./person.entity.ts";

/** One signed-in browser; the cookie holds the token, this row only its SHA-256. */
export const SessionSchema = defineEntity({
  name: "Session",
  tableName: "session",
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.uint8array().unique(),
    person: () => p.manyToOne(PersonSchema).mapToPk().index(),
    createdAt: p.datetime().defaultRaw("now()"),
    expiresAt: p.datetime(),
    lastSeenAt: p.datetime().defaultRaw("now()"),
    revokedAt: p.datetime().nullable(),
  },
});

export type Session = InferEntity<typeof SessionSchema>;
