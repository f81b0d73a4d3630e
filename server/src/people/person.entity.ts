import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { LanguageCode } from "@tavolo/schema";

/** A human being, with or without an account; what they may do is said by their participant rows. */
export const PersonSchema = defineEntity({
  name: "Person",
  tableName: "person",
  properties: {
    id: p.uuid().primary(),
    administrator: p.boolean().default(false),
    displayName: p.text().nullable(),
    // An account is a person with an address or a credential; guests have neither.
    email: p.text().nullable().unique(),
    /** When a mail to the address was answered; until then it is only what somebody typed. */
    emailConfirmedAt: p.datetime().nullable(),
    passwordHash: p.text().nullable(),
    language: p.text().$type<LanguageCode>().default("en"),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});

export type Person = InferEntity<typeof PersonSchema>;
