import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { PersonSchema } from "../people/person.entity.ts";

/** Whom a sign-in provider calls by which subject; the address there may change, this pair does not. */
export const ProviderIdentitySchema = defineEntity({
  name: "ProviderIdentity",
  tableName: "provider_identity",
  uniques: [{ properties: ["issuer", "subject"] }],
  properties: {
    id: p.uuid().primary(),
    issuer: p.text(),
    subject: p.text(),
    person: () => p.manyToOne(PersonSchema).mapToPk().index(),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});

export type ProviderIdentity = InferEntity<typeof ProviderIdentitySchema>;
