import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { PersonSchema } from "./person.entity.ts";

/** How a session began. */
export const sessionStarts = ["link", "password", "provider", "invite"] as const;
export type SessionStart = (typeof sessionStarts)[number];

/**
 * One signed-in browser; the cookie holds the token, this row only its SHA-256. A token is replaced in steps: the
 * next one is handed out, and counts once the browser has used it; the former one then goes on for a moment.
 */
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
    /** Without a sign of life for so long it ends before its time. */
    idleDays: p.integer().default(30),
    startedBy: p.enum(sessionStarts).default("link"),
    /** Browser and system in words such as “Firefox · Windows”; never the whole user agent. */
    device: p.text().nullable(),
    tokenIssuedAt: p.datetime().defaultRaw("now()"),
    nextTokenHash: p.uint8array().nullable().unique(),
    nextIssuedAt: p.datetime().nullable(),
    formerTokenHash: p.uint8array().nullable().unique(),
    formerEndsAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

export type Session = InferEntity<typeof SessionSchema>;
